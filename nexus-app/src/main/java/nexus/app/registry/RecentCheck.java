package nexus.app.registry;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nexus.app.health.PhaseTimes;

/// One of the last checks of a backend.
///
/// @param at      when it started, to the millisecond
/// @param error   the short form of why it failed, without a cause: `Timeout(5)`, `ParseError`; of a void one
///                what it looked like; empty for a healthy one
/// @param phases  where its time went, to a thousandth of each
public record RecentCheck(Instant at, Verdict verdict, Optional<String> error, PhaseTimes phases) {

    /// What a check came to.
    public enum Verdict {
        HEALTHY,
        UNHEALTHY,
        /// No evidence: the observer was in trouble.
        VOID;

        /// The word of JSON: `healthy`.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RecentCheck {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(phases, "phases");
    }
}
