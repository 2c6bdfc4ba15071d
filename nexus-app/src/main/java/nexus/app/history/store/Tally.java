package nexus.app.history.store;

import java.time.Instant;
import java.util.Objects;
import nexus.app.history.Latencies;
import nexus.app.history.Rollup;

/// What the checks of one backend came to in some time.
///
/// @param checks    0 or more
/// @param failed    how many of them
/// @param latencies of those that succeeded
record Tally(int checks, int failed, Latencies latencies) {

    static final Tally NONE = new Tally(0, 0, Latencies.NONE);

    Tally {
        Objects.requireNonNull(latencies, "latencies");
    }

    boolean isEmpty() {
        return checks == 0;
    }

    Tally plus(Tally other) {
        if (other.isEmpty()) {
            return this;
        }
        return isEmpty()
                ? other
                : new Tally(checks + other.checks, failed + other.failed, latencies.plus(other.latencies));
    }

    /// To be asked only where there was a check.
    Rollup rollup(Instant start, Rollup.Step step) {
        return new Rollup(start, step, checks, failed, latencies);
    }
}
