package nexus.app.api;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import nexus.app.explain.Circumstances;
import nexus.app.explain.Explainer;
import nexus.app.explain.Explanation;
import nexus.app.explain.ExplanationJson;
import nexus.app.registry.Backend;
import nexus.app.registry.Registry;

/// `/v1/backends/{name}/explain`: why a backend is in the status that it is in.
final class ExplainHandler {

    static final String SUFFIX = "/explain";

    private final Registry registry;
    private final ApiInfo info;

    ExplainHandler(Registry registry, ApiInfo info) {
        this.registry = registry;
        this.info = info;
    }

    void explain(ServerRequest request, ServerResponse response) {
        String name = RawPath.between(request, BackendsHandler.PREFIX, SUFFIX).orElse("");
        registry.backend(name)
                .ifPresentOrElse(
                        backend -> Answers.ok(
                                response, Json.bytes(out -> ExplanationJson.write(out, explanation(backend)))),
                        () -> BackendsHandler.unknown(response, registry, name));
    }

    private Explanation explanation(Backend backend) {
        var around = new Circumstances(
                info.origins().get(),
                info.healthCheckEnabled(),
                registry.counts().total(),
                info.clock().instant());
        return Explainer.explain(backend.snapshot(), backend.recent(), around);
    }
}
