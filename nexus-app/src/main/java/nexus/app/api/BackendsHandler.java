package nexus.app.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.config.Nearest;
import nexus.app.registry.Registry;

/// `/v1/backends` and `/v1/backends/{name}`.
final class BackendsHandler {

    static final String PREFIX = "/v1/backends/";

    private final Registry registry;
    private final ApiInfo info;

    BackendsHandler(Registry registry, ApiInfo info) {
        this.registry = registry;
        this.info = info;
    }

    void list(ServerRequest request, ServerResponse response) {
        try {
            var query = BackendQuery.of(request.query().rawValue());
            checkAfter(registry, query);
            Answers.ok(response, BackendListJson.of(registry, query, info));
        } catch (BadParameter e) {
            Answers.badParameter(response, e);
        }
    }

    /// @throws BadParameter if no page can have ended where this one is to begin
    static void checkAfter(Registry registry, BackendQuery query) throws BadParameter {
        if (query.after().isPresent() && registry.backend(query.after().get()).isEmpty()) {
            throw new BadParameter("after", "after is the name of a backend, the last one of the page before");
        }
    }

    /// @param prefix the path up to the name
    Handler one(String prefix) {
        return (request, response) -> {
            try {
                var fields = BackendQuery.fieldsOnly(request.query().rawValue());
                String name = RawPath.rest(request, prefix).orElse("");
                registry.backend(name)
                        .ifPresentOrElse(
                                backend -> Answers.ok(response, BackendListJson.of(backend, fields)),
                                () -> unknown(response, registry, name));
            } catch (BadParameter e) {
                Answers.badParameter(response, e);
            }
        };
    }

    /// The answer to a name that no backend has, with the one that may be meant.
    static void unknown(ServerResponse response, Registry registry, String name) {
        var names = registry.backends().stream()
                .map(backend -> backend.config().name())
                .toList();
        String meant = Nearest.to(name, names)
                .map(nearest -> "did you mean \"" + nearest + "\"? ")
                .orElse("");
        Answers.notFound(
                response,
                "no backend has this name; " + meant + "/v1/backends lists them",
                Optional.of("name"),
                "backend_not_found");
    }
}
