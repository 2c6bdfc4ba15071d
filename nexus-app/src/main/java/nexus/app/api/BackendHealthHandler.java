package nexus.app.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Registry;

/// `/v1/backends/{name}/health`: for load balancers, whether one backend may be sent requests, as 200 or 503.
///
/// Unknown is 200. Every backend is Unknown when Nexus starts, and stays so while checks are off: no evidence is
/// no reason to take a server out, and a balancer that believed otherwise would lose the whole fleet at once.
final class BackendHealthHandler {

    static final String SUFFIX = "/health";

    private final Registry registry;

    BackendHealthHandler(Registry registry) {
        this.registry = registry;
    }

    void health(ServerRequest request, ServerResponse response) {
        String name = RawPath.between(request, BackendsHandler.PREFIX, SUFFIX).orElse("");
        registry.backend(name)
                .ifPresentOrElse(
                        backend -> answer(response, backend.snapshot()),
                        () -> BackendsHandler.unknown(response, registry, name));
    }

    private static void answer(ServerResponse response, BackendSnapshot backend) {
        Answers.send(
                response,
                isUsable(backend) ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                BackendHealthJson.of(backend));
    }

    /// A disabled backend has no health; who disabled it doesn't want it used.
    private static boolean isUsable(BackendSnapshot backend) {
        return backend.config().enabled()
                && switch (backend.status()) {
                    case HEALTHY, UNKNOWN -> true;
                    case UNHEALTHY, DRAINING -> false;
                };
    }
}
