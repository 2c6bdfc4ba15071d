package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nexus.app.events.Cause;

/// A backend was unhealthy, from its transition to whatever ended that; restarts of Nexus in between end nothing.
///
/// @param start       when it was known to be unhealthy
/// @param beganBefore whether it was so before, and since when is no longer kept
/// @param end         empty: it still is
/// @param firstCause  why at first; empty: not kept
/// @param lastCause   why in the end; empty: not kept
/// @param causes      how many were told, one after the other
/// @param length      from start to end, or to now
/// @param observed    how much of that Nexus ran
public record Incident(
        Instant start,
        boolean beganBefore,
        Optional<End> end,
        Optional<Cause> firstCause,
        Optional<Cause> lastCause,
        int causes,
        Duration length,
        Duration observed) {

    /// What ended it.
    public record End(Instant at, Ending how) {}

    /// How an incident may end.
    public enum Ending {
        /// It was found healthy. Over a restart of Nexus: at the first verdict after it.
        RECOVERED,
        /// The operator took it out of service.
        DRAINING,
        /// It left the fleet.
        REMOVED;

        /// The word of JSON: `recovered`.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Incident {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(firstCause, "firstCause");
        Objects.requireNonNull(lastCause, "lastCause");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(observed, "observed");
    }
}
