package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nexus.app.config.Timing;
import nexus.app.health.BackendStatus;
import nexus.app.health.HealthState;
import nexus.app.health.Outcome;
import nexus.app.health.StateMachine;
import nexus.app.health.Thresholds;

/// The agenda and the rhythm under a clock that is moved by hand; checks take a given time and always succeed.
final class SimulatedFleet {

    private static final long INSTANTLY = 1_000_000;

    private final int size;
    private final IntFunction<Duration> intervals;
    private final Turn[] turns;
    private final HealthState[] states;
    private final Agenda agenda;
    private final PriorityQueue<long[]> ends = new PriorityQueue<>(Comparator.comparingLong(end -> end[0]));
    private final java.util.Map<Turn, Integer> numbers = new java.util.IdentityHashMap<>();
    private IntPredicate hanging = _ -> false;
    private long hangs;
    private long now;
    private long allHealthyAt = Long.MAX_VALUE;
    private int healthy;

    SimulatedFleet(int size, IntFunction<Duration> intervals) {
        this.size = size;
        this.intervals = intervals;
        this.turns = new Turn[size];
        this.states = new HealthState[size];
        var pace = Pace.of(IntStream.range(0, size).mapToObj(this::timing).toList());
        this.agenda = new Agenda((turn, at) -> turn.rhythm.next(turn.planned, at, interval(numbers.get(turn))), pace);
        for (int i = 0; i < size; i++) {
            turns[i] = new Turn(null, null, Rhythm.of(i));
            numbers.put(turns[i], i);
            states[i] = HealthState.INITIAL;
            turns[i].plan(Intervals.first(i).toNanos());
            agenda.add(turns[i]);
        }
    }

    void hang(IntPredicate which, Duration length) {
        hanging = which;
        hangs = length.toNanos();
    }

    /// The ticker does not run, checks under way end late.
    void stall(long length) {
        now += length;
    }

    long allHealthyAt() {
        return allHealthyAt;
    }

    Starts run(long length) {
        var starts = new Starts(size);
        for (long end = now + length; now < end; now += Ticker.STEP) {
            finish();
            for (var turn : agenda.take(now, Integer.MAX_VALUE)) {
                int i = numbers.get(turn);
                starts.add(i, now);
                ends.add(new long[] {now + (hanging.test(i) ? hangs : INSTANTLY), i});
            }
        }
        return starts;
    }

    private void finish() {
        while (!ends.isEmpty() && ends.peek()[0] <= now) {
            int i = (int) ends.remove()[1];
            var turn = turns[i];
            boolean wasHealthy = states[i].status() == BackendStatus.HEALTHY;
            states[i] =
                    StateMachine.next(states[i], new Outcome.Success(java.util.Optional.empty()), Thresholds.DEFAULT);
            if (!wasHealthy && states[i].status() == BackendStatus.HEALTHY && ++healthy == size) {
                allHealthyAt = now;
            }
            turn.skipped = false;
            turn.plan(Intervals.next(turn, states[i], timing(i), size, now));
            agenda.add(turn);
        }
    }

    private Duration interval(int i) {
        return Intervals.of(states[i], timing(i), size);
    }

    private Timing timing(int i) {
        var interval = intervals.apply(i);
        return new Timing(interval, Duration.ofSeconds(2), Duration.ofSeconds(1), interval, interval);
    }

    /// When checks started.
    static final class Starts {
        private final int[] counts;
        private long[] times = new long[1024];
        private int length;

        Starts(int size) {
            counts = new int[size];
        }

        void add(int backend, long time) {
            counts[backend]++;
            append(time);
        }

        private void append(long time) {
            if (length == times.length) {
                times = Arrays.copyOf(times, 2 * length);
            }
            times[length++] = time;
        }

        void add(Starts more) {
            for (int i = 0; i < more.length; i++) {
                append(more.times[i]);
            }
        }

        int count() {
            return length;
        }

        /// The most starts in any second, wherever it begins.
        int mostInASecond() {
            int most = 0;
            for (int first = 0, last = 0; last < length; last++) {
                while (times[last] - times[first] >= 1_000_000_000L) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }

        void assertEven(int allowed) {
            int most = mostInASecond();
            assertTrue(most > 0 && most <= allowed, "most in a second: " + most + ", allowed: " + allowed);
        }

        /// Every backend was checked in each of its intervals, but for so many turns.
        void assertEachBackend(long span, IntFunction<Duration> intervals, int lost) {
            for (int i = 0; i < counts.length; i++) {
                long full = span / intervals.apply(i).toNanos();
                boolean whole = counts[i] >= full - lost && counts[i] <= full + 1;
                assertTrue(whole, counts[i] + " checks of backend " + i + " in " + full + " intervals");
            }
        }
    }
}
