package nexus.app.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.Origin;
import nexus.app.config.Origins;
import nexus.app.explain.Explanation.Counts;
import nexus.app.explain.Explanation.LastCheck;
import nexus.app.explain.Explanation.Server;
import nexus.app.health.HealthState;
import nexus.app.health.Outcome;
import nexus.app.health.Streak;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.RecentCheck;
import nexus.app.registry.RecentCheck.Verdict;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;

/// Makes explanations: pure functions.
public final class Explainer {

    private Explainer() {}

    /// Explains a backend of a running fleet.
    ///
    /// @param recent its last checks, oldest first
    public static Explanation explain(BackendSnapshot backend, List<RecentCheck> recent, Circumstances around) {
        var config = backend.config();
        var streak = config.enabled() && around.checksOn()
                ? StreakSentence.of(backend, around)
                : Optional.<Explanation.StreakWords>empty();
        return new Explanation(
                server(config),
                config.enabled() ? backend.status().text() : "disabled",
                Optional.of(backend.since()),
                around.now(),
                Summary.of(backend, around),
                notes(backend, around.origins()),
                backend.lastCheck().map(check -> lastCheck(check, verdict(check, backend.state()), config)),
                streak,
                recent,
                config.timing().timeout(),
                backend.nextCheck(),
                backend.models().map(Explainer::usable),
                new Counts(backend.checks(), backend.failed()),
                EffectiveSettings.of(config, around.origins()));
    }

    /// Explains a single check, made without a server.
    public static Explanation explain(BackendConfig config, CheckResult result, Origins origins, Instant now) {
        var report = result.report();
        var verdict = switch (result.outcome()) {
            case Outcome.Success _ -> Verdict.HEALTHY;
            case Outcome.Failure _ -> Verdict.UNHEALTHY;
            case Outcome.Void _ -> Verdict.VOID;
        };
        boolean failed = verdict == Verdict.UNHEALTHY;
        var models = result.outcome() instanceof Outcome.Success success
                ? success.models().map(Explainer::usable)
                : Optional.<List<String>>empty();
        return new Explanation(
                server(config),
                verdict == Verdict.VOID ? "unknown" : verdict.text(),
                Optional.empty(),
                now,
                Summary.ofOneCheck(config.name(), report, models),
                forgiven(report),
                Optional.of(lastCheck(report, verdict, config)),
                Optional.empty(),
                List.of(),
                config.timing().timeout(),
                Optional.empty(),
                models,
                new Counts(verdict == Verdict.VOID ? 0 : 1, failed ? 1 : 0),
                EffectiveSettings.of(config, origins));
    }

    private static Server server(BackendConfig config) {
        return new Server(config.name(), config.type(), config.url().toString(), config.source());
    }

    private static List<String> forgiven(CheckReport check) {
        return check
                .forgiven()
                .map(problem -> "its answer could not be read, which on_parse_error forgives: " + problem)
                .stream()
                .toList();
    }

    private static List<String> notes(BackendSnapshot backend, Origins origins) {
        var notes = new ArrayList<String>();
        backend.lastCheck().map(Explainer::forgiven).ifPresent(notes::addAll);
        if (backend.config().source() == BackendSource.DISCOVERED) {
            notes.add("found by discovery: it is gone from the fleet when it is gone from the network");
        }
        if (backend.config().source() == BackendSource.ADDED) {
            notes.add("added while Nexus ran, with 'nexus backends add' or over HTTP");
        }
        var enabled = origins.of(backend.name(), "enabled");
        if (!backend.config().enabled() && enabled.kind() != Origin.Kind.DEFAULT) {
            notes.add("enabled = false stands in " + enabled.text());
        }
        return notes;
    }

    private static LastCheck lastCheck(CheckReport check, Verdict verdict, BackendConfig config) {
        return new LastCheck(
                check.at(),
                verdict,
                check.phases(),
                check.lateness(),
                check.error(),
                check.voided(),
                check.seen().map(seen -> SeenText.of(seen, config.secrets())));
    }

    /// A void check that was one too many in a row counted as a failure: it left a streak of failures, no voids.
    private static Verdict verdict(CheckReport check, HealthState after) {
        boolean counted = after.voids() == 0 && after.streak().kind() == Streak.Kind.FAILURE;
        if (check.voided().isPresent() && !counted) {
            return Verdict.VOID;
        }
        return check.error().isPresent() ? Verdict.UNHEALTHY : Verdict.HEALTHY;
    }

    private static List<String> usable(ModelList list) {
        return list.models().stream()
                .filter(model -> model.state().filter(ModelState.FAILED::equals).isEmpty())
                .map(Model::id)
                .toList();
    }
}
