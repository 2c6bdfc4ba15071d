package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nexus.app.config.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the pace, the steps of the clock and how much of what is left is used.
class PaceTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inNoSecondAreMoreConnectionsMadeThanThePace(long seed) {
        var random = new Random(seed);
        int perSecond = 1 + random.nextInt(10_000);
        var pace = new Pace(perSecond);
        var starts = new Starts();
        long now = random.nextLong() / 4;
        for (int i = 0; i < STEPS; i++) {
            int left = pace.left(now, starts.count(), starts.count(), true);
            for (int made = random.nextInt(Math.max(0, left) + 1); made > 0; made--) {
                starts.connects(now);
            }
            now += step(random);
        }
        assertTrue(starts.mostInASecond() <= perSecond, starts.mostInASecond() + " of " + perSecond);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverAlwaysWantsToStartGetsNearlyTheWholePaceHoweverSmallTheSteps(long seed) {
        var random = new Random(seed);
        int perSecond = 1 + random.nextInt(10_000);
        var pace = new Pace(perSecond);
        long now = 0;
        long calls = 0;
        while (now < 60 * SECOND) {
            calls += Math.max(0, pace.left(now, calls, calls, true));
            now += 1 + random.nextLong(Ticker.STEP);
        }
        double fair = 60.0 * perSecond;
        assertTrue(calls >= 0.98 * fair, calls + " of " + fair);
    }

    @Test
    void atAStartOtherConnectionsAreMissingToTheChecksForASecond() {
        var pace = new Pace(100);
        assertEquals(100, pace.left(0, 0, 0, true));
        assertEquals(-20, pace.left(1, 40, 120, true));
        assertEquals(-20, pace.left(SECOND, 40, 120, true));
        assertEquals(100, pace.left(SECOND + 2 * Ticker.STEP, 40, 120, true));
    }

    @Test
    void inASteadyFleetTheyAreNot() {
        var pace = new Pace(100);
        assertEquals(60, pace.left(0, 40, 120, false));
        assertEquals(50, pace.left(1, 50, 1000, false));
        assertEquals(49, pace.left(2, 50, 1001, true));
    }

    @Test
    void aFleetThatIsSteadilyFasterThanAStartHasHeadroom() {
        var often = new Timing(
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMillis(100));
        assertEquals(Pace.CONNECTIONS_PER_SECOND, Pace.of(List.of(often)));
        assertEquals(12_500, Pace.of(Collections.nCopies(1000, often)));
    }

    @Test
    void aTickerThatWakesLateCanMakeUpForFiveSteps() {
        assertEquals(200, new Pace(4000).crowd());
        assertEquals(1, new Pace(1).crowd());
    }

    /// Mostly the ticker's, sometimes a stall.
    private static long step(Random random) {
        return random.nextInt(100) == 0 ? random.nextLong(TimeUnit.MINUTES.toNanos(1)) : random.nextLong(Ticker.STEP);
    }
}
