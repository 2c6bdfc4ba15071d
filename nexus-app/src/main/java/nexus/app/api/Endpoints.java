package nexus.app.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.Optional;
import nexus.app.config.ServerConfig;
import nexus.app.registry.Registry;

/// The paths of the API and who answers each.
final class Endpoints implements HttpService {

    /// What clients of a router would ask for; they get told plainly that this is none.
    private static final List<String> ROUTED = List.of(
            "/v1/chat/completions",
            "/v1/completions",
            "/v1/embeddings",
            "/v1/responses",
            "/v1/moderations",
            "/v1/rerank",
            "/v1/messages",
            "/v1/images/*",
            "/v1/audio/*",
            "/api/chat",
            "/api/generate",
            "/api/embed");

    private final ServerConfig server;
    private final Registry registry;
    private final ApiInfo info;

    Endpoints(ServerConfig server, Registry registry, ApiInfo info) {
        this.server = server;
        this.registry = registry;
        this.info = info;
    }

    @Override
    public void routing(HttpRules rules) {
        var models = new ModelsHandler(registry);
        var backends = new BackendsHandler(registry, info);
        read(rules, "/health", HealthHandlers.health(registry, info));
        read(rules, "/health/live", HealthHandlers.live());
        read(rules, "/health/ready", HealthHandlers.ready(registry, server.readyMinHealthy()));
        read(rules, "/v1/models", models::list);
        read(rules, "/v1/models/*", models.one("/v1/models/"));
        read(rules, "/v1/backends", backends::list);
        read(
                rules,
                BackendsHandler.PREFIX + "{name}" + ExplainHandler.SUFFIX,
                new ExplainHandler(registry, info)::explain);
        read(rules, "/v1/backends/*", backends.one(BackendsHandler.PREFIX));
        ROUTED.forEach(path -> rules.any(
                path,
                (_, response) -> Answers.notFound(
                        response, "Nexus observes, it does not route", Optional.empty(), "not_routed")));
    }

    /// Whether a request for this path is only told that it is misdirected, whatever its method: it needs no leave.
    static boolean changesNothing(String path) {
        return ROUTED.stream()
                .anyMatch(routed -> routed.endsWith("*")
                        ? path.startsWith(routed.substring(0, routed.length() - 1))
                        : path.equals(routed));
    }

    private static void read(HttpRules rules, String path, Handler handler) {
        rules.any(path, new ReadOnly(handler));
    }
}
