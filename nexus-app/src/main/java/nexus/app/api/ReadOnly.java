package nexus.app.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// Lets `GET` and `HEAD` through; any other method is answered with 405.
final class ReadOnly implements Handler {

    private final Handler handler;

    ReadOnly(Handler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        var method = request.prologue().method();
        if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
            handler.handle(request, response);
        } else {
            response.header(HeaderValues.create(HeaderNames.ALLOW, "GET, HEAD"));
            Answers.send(
                    response,
                    Status.METHOD_NOT_ALLOWED_405,
                    ErrorJson.of(
                            "this path is read with GET or HEAD",
                            "invalid_request_error",
                            Optional.empty(),
                            "method_not_allowed"));
        }
    }
}
