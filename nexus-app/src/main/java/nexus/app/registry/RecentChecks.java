package nexus.app.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.RecentCheck.Verdict;

/// The last [#MOST] checks of one backend, packed into three arrays of together less than a kilobyte:
/// writing one is a few stores and allocates nothing. Thread-safe.
final class RecentChecks {

    /// How many are kept.
    static final int MOST = 30;

    private static final Verdict[] VERDICTS = Verdict.values();
    private static final int PHASES = 5;
    private static final int VERDICT_BITS = 2;

    private final long[] times = new long[MOST];
    /// The verdict in the lowest bits, the packed error above it.
    private final int[] results = new int[MOST];
    private final char[] phases = new char[MOST * PHASES];
    private int next;
    private int size;

    /// The same checks, to be continued by another incarnation of the backend.
    synchronized RecentChecks copy() {
        var copy = new RecentChecks();
        System.arraycopy(times, 0, copy.times, 0, MOST);
        System.arraycopy(results, 0, copy.results, 0, MOST);
        System.arraycopy(phases, 0, copy.phases, 0, MOST * PHASES);
        copy.next = next;
        copy.size = size;
        return copy;
    }

    /// Keeps one more check, and forgets the oldest.
    ///
    /// @param counted whether the check was evidence
    synchronized void add(CheckReport report, boolean counted) {
        boolean failed = report.error().isPresent();
        var verdict = !counted ? Verdict.VOID : failed ? Verdict.UNHEALTHY : Verdict.HEALTHY;
        int error = failed ? PackedError.of(report.error().get()) : 0;
        times[next] = report.at().toEpochMilli();
        results[next] = verdict.ordinal() | error << VERDICT_BITS;
        write(next * PHASES, report.phases());
        next = next + 1 == MOST ? 0 : next + 1;
        size = Math.min(size + 1, MOST);
    }

    private void write(int at, PhaseTimes times) {
        phases[at] = PackedTime.of(times.resolving());
        phases[at + 1] = PackedTime.of(times.connecting());
        phases[at + 2] = PackedTime.of(times.securing());
        phases[at + 3] = PackedTime.of(times.waiting());
        phases[at + 4] = PackedTime.of(times.reading());
    }

    /// Oldest first.
    synchronized List<RecentCheck> list() {
        var list = new ArrayList<RecentCheck>(size);
        for (int i = 0; i < size; i++) {
            list.add(read((next - size + i + MOST) % MOST));
        }
        return list;
    }

    private RecentCheck read(int slot) {
        int result = results[slot];
        int at = slot * PHASES;
        return new RecentCheck(
                Instant.ofEpochMilli(times[slot]),
                VERDICTS[result & (1 << VERDICT_BITS) - 1],
                PackedError.text(result >>> VERDICT_BITS),
                new PhaseTimes(
                        PackedTime.nanos(phases[at]),
                        PackedTime.nanos(phases[at + 1]),
                        PackedTime.nanos(phases[at + 2]),
                        PackedTime.nanos(phases[at + 3]),
                        PackedTime.nanos(phases[at + 4])));
    }
}
