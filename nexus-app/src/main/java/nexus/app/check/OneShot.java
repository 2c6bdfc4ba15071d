package nexus.app.check;

import nexus.app.config.BackendConfig;
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
            return new CheckResult(
                    found.outcome(), CheckReport.of(at, found.outcome(), found.phases(), 0, found.seen()));
        }
    }
}
