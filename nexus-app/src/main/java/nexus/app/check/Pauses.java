package nexus.app.check;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Times when the whole process stood still: a collector's pause, a stopped process, a suspended laptop. A
/// check that ran through one says nothing about its backend.
///
/// The ticker says before each sleep when it means to wake; a gap between that and the waking is a pause. So
/// is one between its waking and its next sleep: its own work takes no time to speak of. Checks ask from
/// their own threads, perhaps before the ticker itself has woken, so an unfinished sleep counts too.
final class Pauses {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);

    private record Gap(long from, long to) {
        long overlap(long start, long end) {
            return Math.min(to, end) - Math.max(from, start);
        }
    }

    /// How many gaps are known: a check lasts seconds, and a machine that stutters has some gaps in each.
    static final int KEPT = 64;

    private final AtomicReferenceArray<Gap> gaps = new AtomicReferenceArray<>(KEPT);

    private int next;
    private volatile long wakes = Long.MAX_VALUE;

    /// Whether a check with this timeout that ran through the pause says nothing.
    static boolean spoils(Duration pause, Duration timeout) {
        return pause.multipliedBy(2).compareTo(timeout) >= 0;
    }

    /// The ticker is about to sleep until `wakes`.
    void sleepingUntil(long wakes) {
        this.wakes = wakes;
    }

    /// The ticker is awake: just now, or still, at the end of a step.
    ///
    /// @return how long the process stood still since it meant to wake, or since the last call
    Duration woke(long now) {
        long expected = wakes;
        long gap = now - expected;
        wakes = expected == Long.MAX_VALUE ? expected : now;
        if (expected == Long.MAX_VALUE || gap < SHORTEST) {
            return Duration.ZERO;
        }
        gaps.set(next, new Gap(expected, now));
        next = (next + 1) % gaps.length();
        return Duration.ofNanos(gap);
    }

    /// The longest pause within a span of the monotonic clock.
    Duration longestWithin(long start, long end) {
        long expected = wakes;
        long longest = expected == Long.MAX_VALUE ? 0 : new Gap(expected, end).overlap(start, end);
        for (int i = 0; i < gaps.length(); i++) {
            var gap = gaps.get(i);
            longest = gap == null ? longest : Math.max(longest, gap.overlap(start, end));
        }
        return Duration.ofNanos(longest < SHORTEST ? 0 : longest);
    }
}
