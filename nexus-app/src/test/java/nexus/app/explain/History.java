package nexus.app.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.Origins;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.Backend;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.app.registry.Seen;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// A backend's life from [#START] on, check by check, through the registry's own door.
final class History {

    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    static final PhaseTimes QUICK = new PhaseTimes(100_000, 400_000, 0, 11_500_000, 400_000);
    static final PhaseTimes SLOW = new PhaseTimes(0, 400_000, 0, 4_999_700_000L, 0);

    private final Backend backend;
    private final Duration step;
    private Instant now = START;

    private History(BackendConfig config, Duration step) {
        this.backend = new Registry(List.of(config), InstantSource.fixed(START))
                .backend(config.name())
                .orElseThrow();
        this.step = step;
    }

    /// @param step between two checks
    static History of(BackendConfig config, Duration step) {
        return new History(config, step);
    }

    static History of(BackendConfig config) {
        return of(config, Duration.ofSeconds(30));
    }

    History good(int times, String... models) {
        var list = ModelList.of(List.of(models).stream().map(Model::named).toArray(Model[]::new));
        return checked(times, new Outcome.Success(Optional.of(list)), QUICK, Optional.empty());
    }

    History forgiven(String problem) {
        return checked(1, new Outcome.Success(Optional.empty(), Optional.of(problem)), QUICK, Optional.empty());
    }

    History bad(int times, CheckError error, PhaseTimes phases, Seen seen) {
        return checked(times, new Outcome.Failure(error), phases, Optional.of(seen));
    }

    History bad(int times, CheckError error, PhaseTimes phases) {
        return checked(times, new Outcome.Failure(error), phases, Optional.empty());
    }

    History voided(CheckError looksLike) {
        return checked(1, new Outcome.Void("Nexus was paused for 3 s", looksLike), QUICK, Optional.empty());
    }

    History drained() {
        backend.drain(now);
        return this;
    }

    private History checked(int times, Outcome outcome, PhaseTimes phases, Optional<Seen> seen) {
        for (int i = 0; i < times; i++) {
            var report = CheckReport.of(now, outcome, phases, 250_000, seen);
            backend.record(new CheckResult(outcome, report), now.plusNanos(phases.total()));
            now = now.plus(step);
            backend.plan(Optional.of(now));
        }
        return this;
    }

    /// Seven seconds before the next check.
    Explanation explained() {
        return explained(Origins.NONE, true);
    }

    Explanation explained(Origins origins, boolean checksOn) {
        var around = new Circumstances(origins, checksOn, 1, now.minusSeconds(7));
        return Explainer.explain(backend.snapshot(), backend.recent(), around);
    }
}
