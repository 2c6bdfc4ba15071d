package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.ModelList;
import nexus.spi.Reading;
import org.junit.jupiter.api.Test;

/// No answer makes a reader throw, return null, or run without end. Part of [ProbeContract].
public interface OddBodiesContract {

    BackendProbe probe();

    List<Answer> samples();

    @Test
    default void randomBytesAreRead() {
        readAll(OddBodies.random(1_000));
    }

    @Test
    default void samplesCutAtEveryLengthAreRead() {
        readAll(samples().stream().flatMap(OddBodies::truncations));
    }

    @Test
    default void samplesWithDamagedBytesAreRead() {
        readAll(samples().stream().flatMap(sample -> OddBodies.damaged(sample, 200)));
    }

    @Test
    default void samplesWithAnyStatusAreRead() {
        readAll(samples().stream()
                .flatMap(sample -> IntStream.of(100, 204, 301, 401, 403, 404, 429, 500, 503, 999)
                        .mapToObj(status -> OddBodies.withStatus(sample, status))));
    }

    @Test
    default void handMadeOdditiesAreRead() {
        readAll(OddBodies.handMade());
    }

    @Test
    default void aHundredThousandNestedBracketsAreRead() {
        readAll(OddBodies.nested(100_000));
    }

    @Test
    default void hugeTextsNamesAndNumbersAreRead() {
        readAll(OddBodies.huge(2_000_000));
    }

    @Test
    default void ofAMillionModelsAtMostTheKeptOnesStay() {
        OddBodies.lists(1_000_000).forEach(answer -> {
            Reading reading = probe().question().read(answer);
            if (reading instanceof Reading.Ready ready && ready.models().isPresent()) {
                ModelList list = ready.models().get();
                assertTrue(list.models().size() <= ModelList.MAX_MODELS);
                assertTrue(
                        list.models().size() + list.dropped() == 1_000_000, "the rest is counted: " + list.dropped());
            }
        });
    }

    private void readAll(Stream<Answer> answers) {
        BackendProbe probe = probe();
        answers.forEach(
                answer -> assertDoesNotThrow(() -> Verdicts.of(probe, answer), () -> answer + ": " + start(answer)));
    }

    private static String start(Answer answer) {
        return answer.text(200);
    }
}
