package nexus.app.explain;

import java.util.List;
import java.util.Optional;
import nexus.app.config.Origin;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.HttpError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.Streak.Kind;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.CheckReport;

/// The one sentence that a person reads first.
final class Summary {

    private Summary() {}

    static String of(BackendSnapshot backend, Circumstances around) {
        return backend.name() + " " + predicate(backend, around);
    }

    static String ofOneCheck(String name, CheckReport report, Optional<List<String>> models) {
        if (report.voided().isPresent()) {
            return name + " could not be judged: this machine is in trouble";
        }
        return name + " "
                + report.error()
                        .map(Summary::unhealthy)
                        .orElseGet(() -> "is healthy: " + counted(models.map(List::size)));
    }

    private static String predicate(BackendSnapshot backend, Circumstances around) {
        if (!backend.config().enabled()) {
            return "is disabled: it is neither checked nor counted";
        }
        if (!around.checksOn()) {
            var origin = around.origins().of("health_check.enabled");
            return "is not checked: health checks are off"
                    + (origin.kind() == Origin.Kind.DEFAULT ? "" : " (" + origin.text() + ")");
        }
        return switch (backend.status()) {
            case HEALTHY -> healthy(backend);
            case UNHEALTHY -> unhealthy(backend);
            case UNKNOWN -> unknown(backend);
            case DRAINING -> "is draining: taken out of service by the operator, still checked" + lastWas(backend);
        };
    }

    private static String healthy(BackendSnapshot backend) {
        var streak = backend.state().streak();
        if (streak.kind() == Kind.FAILURE) {
            return "is healthy still, but its last " + checks(streak.length()) + " failed";
        }
        if (backend.state().voids() > 0) {
            return "is healthy; its last check says nothing: Nexus's own machine is in trouble";
        }
        return "is healthy: no server-side problem, "
                + counted(backend.models().map(list -> list.models().size()));
    }

    private static String unhealthy(BackendSnapshot backend) {
        if (backend.state().streak().kind() == Kind.SUCCESS) {
            return "is unhealthy still, but its last "
                    + checks(backend.state().streak().length()) + " went well";
        }
        return error(backend).map(Summary::unhealthy).orElse("is unhealthy");
    }

    private static String unhealthy(CheckError error) {
        return error instanceof HttpError http && http.loading()
                ? "is not ready: it still loads a model, " + error.text()
                : "is unhealthy: " + shortForm(error);
    }

    private static String unknown(BackendSnapshot backend) {
        var streak = backend.state().streak();
        return switch (streak.kind()) {
            case NONE ->
                backend.lastCheck().isEmpty()
                        ? "is new: it was not checked yet"
                        : "is not known yet: no check has counted so far";
            case SUCCESS -> "is not known yet: its last " + checks(streak.length()) + " went well";
            case FAILURE -> "is not known yet: its last " + checks(streak.length()) + " failed";
        };
    }

    private static String lastWas(BackendSnapshot backend) {
        if (backend.lastCheck().isEmpty()) {
            return "";
        }
        return error(backend)
                .map(error -> "; the last check failed: " + shortForm(error))
                .orElse("; the last check went well");
    }

    /// Without the cause, which stands elsewhere.
    private static String shortForm(CheckError error) {
        return error instanceof ParseError ? error.kind() : error.text();
    }

    private static Optional<CheckError> error(BackendSnapshot backend) {
        return backend.lastCheck().flatMap(CheckReport::error);
    }

    private static String counted(Optional<Integer> models) {
        return models.map(count -> count == 1 ? "1 model" : count + " models").orElse("models not listed");
    }

    private static String checks(int count) {
        return count == 1 ? "check" : count + " checks";
    }
}
