package nexus.app.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.PhaseTimes;

/// How one check went, for people who ask.
///
/// @param at       when it started
/// @param error    why it failed; empty for a success
/// @param voided   the observer's trouble, when the check was no evidence
/// @param phases   where its time went
/// @param lateness planned start to actual start, in nanoseconds
public record CheckReport(
        Instant at, Optional<CheckError> error, Optional<String> voided, PhaseTimes phases, long lateness) {

    public CheckReport {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(voided, "voided");
        Objects.requireNonNull(phases, "phases");
    }
}
