package nexus.app.api;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.operate.Operator;

/// `/v1/config/plan` and `/v1/config/reload`.
final class ConfigHandler {

    private final Operator operator;

    ConfigHandler(Operator operator) {
        this.operator = operator;
    }

    /// An empty body asks for the server's own file.
    void plan(ServerRequest request, ServerResponse response) {
        Refusals.answered(response, () -> {
            var text = Optional.of(RequestBody.toml(request)).filter(toml -> !toml.isEmpty());
            Answers.ok(response, PlanJson.of(operator.plan(text)));
        });
    }

    void reload(ServerRequest request, ServerResponse response) {
        Refusals.answered(response, () -> {
            RequestBody.none(request);
            Answers.ok(response, PlanJson.of(operator.reload()));
        });
    }
}
