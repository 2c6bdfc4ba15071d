package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import nexus.app.check.Insight.Known;
import nexus.app.check.Insight.Symptom;
import nexus.app.check.SecondLook.Question;
import nexus.app.health.CheckError.HttpError;
import nexus.app.health.CheckError.Timeout;
import nexus.app.health.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightTest {

    private static final HttpError NOT_FOUND = new HttpError(404, false, "no such path", "look");
    private static final Symptom ELSEWHERE = new Symptom("HttpError(404)", Optional.empty(), Question.WHOSE_IS_IT);
    private static final Known KNOWN = Known.of(ELSEWHERE, new Insight.AnswersLike("ollama"), false);
    private static final Timeout SILENT = new Timeout(5, "no answer for 5 s", "wait");

    @Test
    void nothingFoundOutChangesNothing() {
        assertSame(NOT_FOUND, new Insight.Nothing().explain(NOT_FOUND));
    }

    @Test
    void anotherTypeIsNamedAndBecomesTheFix() {
        assertEquals(
                new HttpError(404, false, "no such path; it answers like ollama", "Set type = \"ollama\""),
                new Insight.AnswersLike("ollama").explain(NOT_FOUND));
    }

    @Test
    void aListThatWaitsLeavesTheVerdictATimeout() {
        var explained = new Insight.ListWaits().explain(SILENT);

        assertEquals("Timeout(5)", explained.text());
        assertEquals("alive, but its list waits: another path answers at once (no answer for 5 s)", explained.cause());
    }

    @ParameterizedTest
    @CsvSource({"HttpError(405), , WHOSE_IS_IT", "HttpError(404), READ, WHOSE_IS_IT", "HttpError(404), , NONE"})
    void whatIsKnownHoldsForTheSameSymptomOnly(String text, Phase brokeIn, Question question) {
        assertTrue(KNOWN.isAbout(ELSEWHERE));
        assertFalse(KNOWN.isAbout(new Symptom(text, Optional.ofNullable(brokeIn), question)));
        assertFalse(Known.NONE.isAbout(ELSEWHERE));
    }

    @Test
    void whatIsKnownIsAskedAgainAfterSomeFailures() {
        var known = KNOWN;
        for (int i = 0; i < Known.GOOD_FOR; i++) {
            assertTrue(known.answers(ELSEWHERE), "after " + i + " more");
            known = known.onceMore(false);
        }
        assertFalse(known.answers(ELSEWHERE));
        assertTrue(known.isAbout(ELSEWHERE));
    }
}
