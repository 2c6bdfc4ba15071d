package nexus.app.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;

/// How one check went, for people who ask.
///
/// @param at       when it started
/// @param error    why it failed; empty for a success
/// @param voided   the observer's trouble, when the check was no evidence
/// @param phases   where its time went
/// @param lateness planned start to actual start, in nanoseconds
/// @param forgiven what is wrong with an answer that counts as a success all the same (`on_parse_error`)
/// @param seen     what a failed check got to see; empty for a success, and where nothing came
public record CheckReport(
        Instant at,
        Optional<CheckError> error,
        Optional<String> voided,
        PhaseTimes phases,
        long lateness,
        Optional<String> forgiven,
        Optional<Seen> seen) {

    public CheckReport {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(voided, "voided");
        Objects.requireNonNull(phases, "phases");
        Objects.requireNonNull(forgiven, "forgiven");
        Objects.requireNonNull(seen, "seen");
    }

    /// The report of a check that came to this outcome.
    public static CheckReport of(Instant at, Outcome outcome, PhaseTimes phases, long lateness, Optional<Seen> seen) {
        Optional<CheckError> error = switch (outcome) {
            case Outcome.Success _ -> Optional.empty();
            case Outcome.Failure failure -> Optional.of(failure.error());
            case Outcome.Void nothing -> Optional.of(nothing.looksLike());
        };
        Optional<String> voided =
                outcome instanceof Outcome.Void nothing ? Optional.of(nothing.reason()) : Optional.empty();
        Optional<String> forgiven = outcome instanceof Outcome.Success success ? success.forgiven() : Optional.empty();
        return new CheckReport(at, error, voided, phases, lateness, forgiven, seen);
    }
}
