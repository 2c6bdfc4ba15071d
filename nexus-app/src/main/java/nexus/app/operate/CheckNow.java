package nexus.app.operate;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nexus.app.check.CheckerException;
import nexus.app.config.BackendConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.operate.OperateException.Kind;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Registry;

/// Checks beside the rhythm. Takes no part in the operator's order: a check may take long, and changes no fleet.
final class CheckNow {

    /// What a check may take beyond its timeout and that of the one that may be under way.
    private static final Duration GRACE = Duration.ofSeconds(2);
    /// A request of the API is ended a little later.
    private static final Duration LONGEST = Duration.ofSeconds(18);

    private final Registry registry;
    private final Checks checks;
    private final boolean enabled;

    CheckNow(Registry registry, Checks checks, HealthCheckConfig started) {
        this.registry = registry;
        this.checks = checks;
        this.enabled = started.enabled();
    }

    /// Has a backend checked and doesn't wait; does nothing where checks are off.
    void soon(String name) {
        if (enabled) {
            registry.backend(name).ifPresent(checks.now()::apply);
        }
    }

    BackendSnapshot check(BackendConfig config) throws OperateException {
        if (!enabled) {
            throw OperateException.conflict("health checks are disabled ([health_check] enabled = false)");
        }
        if (!config.enabled()) {
            throw OperateException.conflict("the backend \"" + config.name() + "\" is disabled (enabled = false)");
        }
        var backend = registry.backend(config.name()).orElseThrow(() -> OperateException.notFound(config.name()));
        var wait = config.timing().timeout().multipliedBy(2).plus(GRACE);
        var longest = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        OperateLog.done("backend is checked on request", config.name());
        try {
            return checks.now()
                    .apply(backend)
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .after();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unfinished(config);
        } catch (TimeoutException e) {
            throw unfinished(config);
        } catch (CancellationException | ExecutionException e) {
            String why = e.getCause() instanceof CheckerException refused ? ": " + refused.getMessage() : "";
            throw OperateException.conflict("there is no check of \"" + config.name() + "\" to wait for" + why);
        }
    }

    private static OperateException unfinished(BackendConfig config) {
        return new OperateException(
                Kind.UNFINISHED,
                "the check of \"" + config.name() + "\" goes on; /v1/backends/" + config.name() + " will show its end");
    }
}
