package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times are milliseconds of a clock that is moved by hand.
class PausesTest {

    private static final long LONG_AFTER = 100_000;

    private final Pauses pauses = new Pauses();

    @Test
    void aTickerThatWakesInTimeSawNoPause() {
        assertEquals(Duration.ZERO, sleeps(10, 10));
        assertEquals(Duration.ZERO, sleeps(20, 119));

        assertEquals(Duration.ZERO, longest(0, 1000));
    }

    @Test
    void beforeTheFirstSleepThereIsNone() {
        assertEquals(Duration.ZERO, pauses.woke(nanos(20_000)));
        assertEquals(Duration.ZERO, longest(0, 20_000));
    }

    @Test
    void theGapBetweenThePlannedAndTheRealWakingIsThePause() {
        assertEquals(Duration.ofMillis(20_000), sleeps(10, 20_010));

        assertEquals(Duration.ofMillis(20_000), longest(0, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 0", "0, 2000, 1000", "1500, 2500, 1000", "3500, 5000, 500", "4000, 9000, 0", "0, 9000, 3000"})
    void onlyWhatFallsIntoTheCheckCounts(long start, long end, long expected) {
        sleeps(1000, 4000);

        assertEquals(Duration.ofMillis(expected), longest(start, end));
    }

    @Test
    void aStallBetweenWakingAndTheNextSleepIsAPauseToo() {
        // given
        sleeps(10, 10);
        pauses.sleepingUntil(nanos(20));
        pauses.woke(nanos(20));

        // when the ticker stands still in the middle of its work
        assertEquals(Duration.ofMillis(3000), pauses.woke(nanos(3020)));
        pauses.sleepingUntil(nanos(3030));
        pauses.woke(nanos(3030));

        // then
        assertEquals(Duration.ofMillis(3000), longest(0, 4000));
    }

    /// After a pause the checks may go on before the ticker does.
    @Test
    void aSleepThatIsNotOverCountsToo() {
        pauses.sleepingUntil(nanos(10));

        assertEquals(Duration.ofMillis(3000), longest(0, 3010));
    }

    @Test
    void theLongestOfSeveralCounts() {
        sleeps(10, 210);
        sleeps(310, 1310);
        sleeps(1410, 1710);

        assertEquals(Duration.ofMillis(1000), longest(0, 2000));
    }

    @Test
    void manyLaterPausesPushAnOldOneOut() {
        sleeps(10, 5010);
        for (int i = 0; i < Pauses.KEPT; i++) {
            sleeps(10_010 + i * 1000, 10_210 + i * 1000);
        }

        assertEquals(Duration.ZERO, longest(0, 6000));
        assertEquals(Duration.ofMillis(200), longest(0, LONG_AFTER));
    }

    @ParameterizedTest
    @CsvSource({"2499, 5000, false", "2500, 5000, true", "20000, 5000, true", "0, 5000, false"})
    void halfTheTimeoutSpoilsACheck(long pause, long timeout, boolean expected) {
        assertEquals(expected, Pauses.spoils(Duration.ofMillis(pause), Duration.ofMillis(timeout)));
    }

    private Duration sleeps(long until, long woken) {
        pauses.sleepingUntil(nanos(until));
        var pause = pauses.woke(nanos(woken));
        pauses.sleepingUntil(nanos(LONG_AFTER));
        return pause;
    }

    private Duration longest(long start, long end) {
        return pauses.longestWithin(nanos(start), nanos(end));
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
