package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every backend, plan, end and interval.
class RhythmTest {

    private static final int ROUNDS = 50_000;
    private static final long LONGEST = TimeUnit.DAYS.toNanos(1);

    private record Case(Rhythm rhythm, long planned, long now, Duration interval) {
        /// The monotonic clock starts anywhere, below zero too.
        static Case any(Random random) {
            var rhythm = Rhythm.of(random.nextInt(1_000_000));
            long interval = 1_000_000 + Math.abs(random.nextLong()) % powerOfTen(random, LONGEST);
            long planned = random.nextLong() / 1000;
            long now = planned + random.nextLong(-interval, 5 * interval);
            return new Case(rhythm, planned, now, Duration.ofNanos(interval));
        }

        private static long powerOfTen(Random random, long most) {
            return Math.min(most, (long) Math.pow(10, 1 + random.nextInt(14)));
        }

        long next() {
            return rhythm.next(planned, now, interval);
        }

        long length() {
            return interval.toNanos();
        }

        /// How far a time is from the slot before it, in nanoseconds.
        long intoSlot(long time) {
            return Math.floorMod(time - (long) (rhythm.phase() * length()), length());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNextTurnIsToComeOnASlotAndNoSecondLook(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var any = Case.any(random);
            long next = any.next();
            assertTrue(next > any.now(), any::toString);
            assertTrue(next > any.planned() + any.length() / 11, any::toString);
            assertEquals(0, any.intoSlot(next), any::toString);
            assertEquals(next, any.next(), any::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void noSlotThatIsToComeIsLeftOut(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var any = Case.any(random);
            double tooEarly = Math.max(any.now(), any.planned() + 0.1 * any.length());
            assertTrue(any.next() - any.length() <= tooEarly + rounding(any), any::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aCheckThatEndsInTimeIsFollowedAfterOneIntervalOrAtMostATenthMore(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var any = Case.any(random);
            var inTime = new Case(
                    any.rhythm(), any.planned(), any.planned() + random.nextLong(any.length() / 11), any.interval());
            assertTrue(inTime.next() - inTime.planned() <= 1.1 * any.length() + rounding(any), inTime::toString);

            long slot = any.next();
            var onSlot = new Case(any.rhythm(), slot, slot + random.nextLong(any.length()), any.interval());
            assertEquals(slot + any.length(), onSlot.next(), onSlot::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void onTheWayHomeEachIntervalHasOneCheckAndTenStepsSuffice(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var any = Case.any(random);
            var home = Rhythm.of(random.nextInt(1_000_000));
            var rhythm = any.rhythm();
            long planned = any.next();
            int steps = 0;
            for (; rhythm != home; steps++) {
                var before = rhythm;
                rhythm = rhythm.towards(home);
                assertTrue(rhythm.phase() >= 0 && rhythm.phase() < 1, rhythm + " from " + before);
                long next = rhythm.next(planned, planned + random.nextLong(any.length() / 2), any.interval());
                double change = (double) (next - planned) / any.length() - 1;
                double coarse = 2 / (double) any.length();
                assertTrue(Math.abs(change) <= Rhythm.STEP + coarse, change + " from " + before + " to " + rhythm);
                planned = next;
            }
            assertTrue(steps <= 11, steps + " steps");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1000, 100_000})
    void thePhasesOfAFleetLeaveNoGapOfThreeShares(int size) {
        double[] phases = new double[size];
        for (int n = 0; n < size; n++) {
            phases[n] = Rhythm.of(n).phase();
            assertTrue(phases[n] >= 0 && phases[n] < 1, "backend " + n);
        }
        java.util.Arrays.sort(phases);
        double widest = phases[0] + 1 - phases[size - 1];
        for (int i = 1; i < size; i++) {
            widest = Math.max(widest, phases[i] - phases[i - 1]);
        }
        assertTrue(widest * size < 3, "the widest gap is " + widest * size + " shares");
    }

    /// A double of the plan's size is this coarse, in nanoseconds.
    private static double rounding(Case any) {
        return 1 + 2 * Math.ulp((double) Math.abs(any.planned()) + any.length());
    }
}
