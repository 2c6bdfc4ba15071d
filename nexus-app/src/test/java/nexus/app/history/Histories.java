package nexus.app.history;

import java.time.Duration;
import java.time.Instant;

/// Rollups, for tests of other packages.
public final class Histories {

    private Histories() {}

    /// @param failed those that did not fail took so many milliseconds
    public static Rollup minute(Instant moment, int checks, int failed, int millis) {
        return rollup(Resolution.MINUTE.start(moment), Rollup.Step.MINUTE, checks, failed, millis);
    }

    public static Rollup hour(Instant moment, int checks, int failed, int millis) {
        return rollup(Resolution.HOUR.start(moment), Rollup.Step.HOUR, checks, failed, millis);
    }

    private static Rollup rollup(Instant start, Rollup.Step step, int checks, int failed, int millis) {
        int[] counts = new int[128];
        counts[Latencies.bucket(Duration.ofMillis(millis).toNanos())] = checks - failed;
        return new Rollup(start, step, checks, failed, Latencies.of(counts));
    }
}
