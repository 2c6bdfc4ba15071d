package nexus.app.history.store;

import java.util.Arrays;
import nexus.app.history.Latencies;
import nexus.app.registry.CheckReport;

/// What the checks of one backend come to until somebody takes it; some 300 bytes. Thread-safe: checks of one backend
/// don't overlap, so its lock is free but for once a minute.
final class CheckCounter {

    /// By bucket; at 20 checks a second, the most there can be, enough for an hour.
    private final char[] latencies = new char[Latencies.BUCKETS];
    private int checks;
    private int failed;

    /// For a check's thread: some additions.
    synchronized void add(CheckReport report) {
        checks++;
        if (report.error().isPresent()) {
            failed++;
        } else {
            latencies[Latencies.bucket(report.phases().total())]++;
        }
    }

    /// What was counted since the last call.
    synchronized Tally take() {
        if (checks == 0) {
            return Tally.NONE;
        }
        var counts = new int[latencies.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = latencies[i];
        }
        var tally = new Tally(checks, failed, Latencies.of(counts));
        checks = 0;
        failed = 0;
        Arrays.fill(latencies, (char) 0);
        return tally;
    }
}
