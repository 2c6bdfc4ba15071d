package nexus.app.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import java.util.function.Supplier;
import nexus.app.config.ServerConfig;
import nexus.app.registry.Registry;

/// `/health` and its two short forms for orchestrators.
final class HealthHandlers {

    private static final byte[] ALIVE = ReadinessJson.alive();

    private HealthHandlers() {}

    /// Always 200 while the process runs: the verdict stands in the document.
    static Handler health(Registry registry, ApiInfo info) {
        var page = new HealthPage(info);
        return (_, response) -> Answers.ok(response, page.of(registry.counts()));
    }

    static Handler live() {
        return (_, response) -> Answers.ok(response, ALIVE);
    }

    /// @param configured asked each time how many healthy backends make it 200, else 503
    static Handler ready(Registry registry, Supplier<ServerConfig> configured) {
        return (_, response) -> {
            int needed = configured.get().readyMinHealthy();
            int healthy = registry.counts().healthy();
            boolean ready = healthy >= needed;
            Answers.send(
                    response,
                    ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                    ReadinessJson.of(ready, healthy, needed));
        };
    }
}
