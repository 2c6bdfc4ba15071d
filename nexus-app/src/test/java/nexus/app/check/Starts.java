package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/// When which checks started in a simulation.
final class Starts {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<Long>> of = new HashMap<>();
    private boolean each;
    private long[] times = new long[1024];
    private int length;

    /// Remembers the times of each backend, not only how many there were.
    Starts ofEach() {
        each = true;
        return this;
    }

    void add(String backend, long time) {
        counts.merge(backend, 1, Integer::sum);
        if (each) {
            of.computeIfAbsent(backend, _ -> new ArrayList<>()).add(time);
        }
        connects(time);
    }

    /// A connection that is no check.
    void connects(long time) {
        if (length == times.length) {
            times = Arrays.copyOf(times, 2 * length);
        }
        times[length++] = time;
    }

    /// Who was checked at all.
    Set<String> names() {
        return counts.keySet();
    }

    int count() {
        return length;
    }

    int count(String backend) {
        return counts.getOrDefault(backend, 0);
    }

    List<Long> of(String backend) {
        return of.getOrDefault(backend, List.of());
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
    void assertEachBackend(int size, long span, IntFunction<Duration> intervals, int lost) {
        for (int i = 0; i < size; i++) {
            long full = span / intervals.apply(i).toNanos();
            int count = count("b" + i);
            assertTrue(
                    count >= full - lost && count <= full + 1,
                    count + " checks of backend " + i + " in " + full + " intervals");
        }
    }
}
