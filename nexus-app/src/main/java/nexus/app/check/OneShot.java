package nexus.app.check;

import java.time.Instant;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.probes.Probes;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;

/// One check without a server around it: `nexus check`.
public final class OneShot {

    private OneShot() {}

    /// Checks a backend once, on the calling thread, for at most its timeout and a second.
    ///
    /// @throws CheckerException if its authorities can't be read or no probe has its type
    public static CheckResult check(BackendConfig backend, Probes probes, int maxBodyBytes) {
        try (var targets = new Targets(probes, maxBodyBytes)) {
            var at = Clock.SYSTEM.instant();
            var found = targets.inquiry().ask(targets.of(backend), Insight.Known.NONE);
            return new CheckResult(found.outcome(), report(at, found));
        }
    }

    private static CheckReport report(Instant at, Inquiry.Found found) {
        Optional<CheckError> error = switch (found.outcome()) {
            case Outcome.Success _ -> Optional.empty();
            case Outcome.Failure failure -> Optional.of(failure.error());
            case Outcome.Void voided -> Optional.of(voided.looksLike());
        };
        Optional<String> voided =
                found.outcome() instanceof Outcome.Void nothing ? Optional.of(nothing.reason()) : Optional.empty();
        return new CheckReport(at, error, voided, found.phases(), 0);
    }
}
