package nexus.app.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import nexus.app.config.BackendEntry;
import nexus.app.operate.Done;
import nexus.app.operate.OperateException;
import nexus.app.operate.Operator;

/// What changes a backend: `POST /v1/backends`, `DELETE /v1/backends/{name}` and the actions on one.
final class OperateHandler {

    /// Something that an operator does with the backend of a name.
    interface Action {
        Done on(String name) throws OperateException;
    }

    private final Operator operator;

    OperateHandler(Operator operator) {
        this.operator = operator;
    }

    void add(ServerRequest request, ServerResponse response) {
        Refusals.answered(response, () -> {
            var entry = new BackendEntry(JsonObject.read(RequestBody.json(request)));
            Answers.send(response, Status.CREATED_201, DoneJson.of(operator.add(entry)));
        });
    }

    void remove(ServerRequest request, ServerResponse response) {
        Refusals.answered(response, () -> {
            RequestBody.none(request);
            Answers.ok(response, DoneJson.of(operator.remove(name(request, ""))));
        });
    }

    /// @param word the last part of the action's path
    Handler action(String word, Action action) {
        return (request, response) -> Refusals.answered(response, () -> {
            RequestBody.none(request);
            Answers.ok(response, DoneJson.of(action.on(name(request, "/" + word))));
        });
    }

    /// A path with detours or malformed escapes names no backend.
    private static String name(ServerRequest request, String end) {
        return RawPath.between(request, BackendsHandler.PREFIX, end).orElse("");
    }
}
