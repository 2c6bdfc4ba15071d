package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// What the checks of one backend came to in one minute or hour. Void checks are not counted.
///
/// @param start     whole minute or hour, in UTC
/// @param checks    positive
/// @param failed    how many of them
/// @param latencies of those that succeeded
public record Rollup(Instant start, Step step, int checks, int failed, Latencies latencies) {

    /// How much time one rollup speaks of.
    public enum Step {
        /// Kept for a day.
        MINUTE(Duration.ofMinutes(1)),
        /// Kept for 13 months.
        HOUR(Duration.ofHours(1));

        private final Duration length;

        Step(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return length;
        }
    }

    public Rollup {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(latencies, "latencies");
        if (checks < 1 || failed < 0 || failed > checks) {
            throw new IllegalArgumentException(
                    "expected 1 check or more and no more failures, found " + failed + " failed of " + checks);
        }
    }
}
