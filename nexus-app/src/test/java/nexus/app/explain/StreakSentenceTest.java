package nexus.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.Samples;
import nexus.app.config.Timing;
import nexus.app.explain.Explanation.StreakWords;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ConnectionFailed;
import org.junit.jupiter.api.Test;

/// Checks start at noon; the steps between them are what the schedule would do.
class StreakSentenceTest {

    private static final CheckError ERROR = new ConnectionFailed("", "");
    private static final BackendConfig PLAIN = Shapes.config("gpu-1", "vllm");
    private static final BackendConfig IN_TRANSITION = PLAIN.withTiming(new Timing(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(60)));

    @Test
    void theNextFailureIsTheLastOne() {
        assertWords(
                "2 of 3 failures; one more turns it unhealthy",
                "12:02:00",
                healthy(PLAIN).bad(2, ERROR, History.QUICK));
    }

    @Test
    void furtherFailuresComeInTheTransitionInterval() {
        // the next one is planned at 12:01:30, the one after it 4 s later
        assertWords(
                "1 of 3 failures; 2 more turn it unhealthy",
                "12:01:34",
                healthy(IN_TRANSITION).bad(1, ERROR, History.QUICK));
    }

    @Test
    void recoveryStartsInTheDownIntervalAndGoesOnInTheTransitionInterval() {
        assertWords(
                "3 failures in a row; 2 good checks turn it healthy",
                "12:02:34",
                healthy(IN_TRANSITION).bad(3, ERROR, History.QUICK));
    }

    @Test
    void oneGoodCheckIsHalfTheWay() {
        assertWords(
                "1 of 2 good checks; one more turns it healthy",
                "12:03:00",
                healthy(PLAIN).bad(3, ERROR, History.QUICK).good(1));
    }

    @Test
    void anUnknownBackendIsCheckedInTheStartupInterval() {
        assertWords(
                "1 of 3 failures; 2 more turn it unhealthy",
                "12:00:02",
                History.of(PLAIN, Duration.ofSeconds(1)).bad(1, ERROR, History.QUICK));
    }

    @Test
    void whatMayStillHappenHasNoTime() {
        assertWords("2 good checks in a row; 3 failures in a row turn it unhealthy", "", healthy(PLAIN));
    }

    @Test
    void thresholdsOfOneAreSaidSo() {
        var hasty = History.of(Samples.judgedAtOnce(PLAIN));

        assertWords("none yet; one good check turns it healthy, one failure turns it unhealthy", "", hasty);
        assertWords("1 good check; one failure turns it unhealthy", "", hasty.good(1));
        assertWords("1 failure; one good check turns it healthy", "12:01:00", hasty.bad(1, ERROR, History.QUICK));
    }

    private static History healthy(BackendConfig config) {
        return History.of(config).good(2);
    }

    private static void assertWords(String text, String at, History history) {
        var time = Optional.of(at)
                .filter(clock -> !clock.isEmpty())
                .map(clock -> Instant.parse("2026-11-24T" + clock + "Z"));
        assertEquals(
                Optional.of(new StreakWords(text, time)), history.explained().streak());
    }
}
