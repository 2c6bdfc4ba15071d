package nexus.app.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The methods that a path takes, and who answers each; any other method is answered with 405. Immutable.
final class Methods implements Handler {

    private static final Methods NONE = new Methods(Map.of());

    private final Map<Method, Handler> handlers;
    private final String allowed;

    private Methods(Map<Method, Handler> handlers) {
        this.handlers = handlers;
        this.allowed = handlers.keySet().stream().map(Method::text).collect(Collectors.joining(", "));
    }

    /// `GET`, and `HEAD` with it.
    static Methods get(Handler handler) {
        return NONE.with(Method.GET, handler).with(Method.HEAD, handler);
    }

    static Methods post(Handler handler) {
        return NONE.andPost(handler);
    }

    Methods andPost(Handler handler) {
        return with(Method.POST, handler);
    }

    Methods andDelete(Handler handler) {
        return with(Method.DELETE, handler);
    }

    private Methods with(Method method, Handler handler) {
        var more = new LinkedHashMap<>(handlers);
        more.put(method, handler);
        return new Methods(more);
    }

    /// Their names, with commas between them: `GET, HEAD`.
    String allowed() {
        return allowed;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        var handler = handlers.get(request.prologue().method());
        if (handler != null) {
            handler.handle(request, response);
            return;
        }
        response.header(HeaderValues.create(HeaderNames.ALLOW, allowed));
        Answers.send(
                response,
                Status.METHOD_NOT_ALLOWED_405,
                ErrorJson.of(
                        "this path takes " + allowed, "invalid_request_error", Optional.empty(), "method_not_allowed"));
    }
}
