package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the pace, the steps of the clock and how much of what is allowed is used.
class PaceTest {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inNoSpanDoMoreStartThanThePaceAndItsDepthAllow(long seed) {
        var random = new Random(seed);
        double perSecond = perSecond(random);
        var pace = new Pace(perSecond);
        long now = random.nextLong() / 4;
        double depth = Math.max(1, perSecond / 10);
        // The most that may start in any span that ends now, kept as one number: it falls as time passes.
        double used = 0;
        for (int i = 0; i < STEPS; i++) {
            int allowed = pace.allowed(now);
            assertTrue(allowed >= 0 && allowed <= depth, allowed + " of " + depth + " in step " + i);
            int starts = allowed == 0 ? 0 : random.nextInt(allowed + 1);
            pace.started(starts);
            used += starts;
            assertTrue(used <= depth + 0.001, used + " of " + depth + " in step " + i);
            long step = step(random);
            now += step;
            used = Math.max(0, used - perSecond * step / SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverAlwaysWantsToStartGetsTheWholePaceHoweverSmallTheSteps(long seed) {
        var random = new Random(seed);
        double perSecond = perSecond(random);
        var pace = new Pace(perSecond);
        long begin = 1;
        long now = begin;
        long started = 0;
        for (int i = 0; i < STEPS; i++) {
            int allowed = pace.allowed(now);
            pace.started(allowed);
            started += allowed;
            now += 1 + random.nextLong(Ticker.STEP);
        }
        double fair = perSecond * (now - begin) / SECOND;
        assertTrue(started >= fair - perSecond * Ticker.STEP / SECOND - 1.001, started + " of " + fair);
    }

    private static double perSecond(Random random) {
        return Math.pow(10, random.nextDouble(-1, 5));
    }

    /// Mostly the ticker's, sometimes a stall.
    private static long step(Random random) {
        return random.nextInt(100) == 0 ? random.nextLong(TimeUnit.MINUTES.toNanos(1)) : random.nextLong(Ticker.STEP);
    }
}
