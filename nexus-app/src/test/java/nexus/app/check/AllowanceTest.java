package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE / 2, 1_000_000_000_000L})
    void inASecondItGivesItsRateAndATenthMoreAndNoLess(long start) {
        var allowance = new Allowance(400);
        int taken = 0;
        for (long now = start; now < start + SECOND; now += SECOND / 10_000) {
            taken += allowance.take(1, now) ? 1 : 0;
        }
        assertTrue(taken >= 400 && taken <= 442, taken + " taken");
    }

    @Test
    void whatIsTakenTooMuchIsMissingLater() {
        var allowance = new Allowance(100);
        assertTrue(allowance.take(60, 0));
        assertFalse(allowance.take(1, SECOND / 10 * 4));
        assertTrue(allowance.take(1, SECOND / 10 * 6));
    }

    @Test
    void severalLooksThatComeAtRandomNeverGetMore() {
        var random = new Random(4);
        var allowance = new Allowance(400);
        long now = 0;
        int taken = 0;
        for (; now < 100 * SECOND; now += random.nextLong(SECOND / 50)) {
            int count = 1 + random.nextInt(7);
            taken += allowance.take(count, now) ? count : 0;
        }
        assertTrue(taken <= 400 * 100 + 47, taken + " taken");
    }
}
