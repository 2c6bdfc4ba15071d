package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nexus.app.health.CheckError.HttpError;
import nexus.app.health.CheckError.Timeout;
import org.junit.jupiter.api.Test;

class InsightTest {

    private static final HttpError NOT_FOUND = new HttpError(404, false, "no such path", "look");
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

    @Test
    void whatIsKnownHoldsForTheSameErrorOnly() {
        var known = new Insight.Known(NOT_FOUND.text(), new Insight.AnswersLike("ollama"), false);

        assertTrue(known.isAbout(new HttpError(404, false, "in other words", "")));
        assertFalse(known.isAbout(new HttpError(405, false, "no such path", "look")));
        assertFalse(Insight.Known.NONE.isAbout(SILENT));
    }
}
