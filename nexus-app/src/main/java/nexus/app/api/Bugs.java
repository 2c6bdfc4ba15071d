package nexus.app.api;

import io.helidon.http.HttpException;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import nexus.app.log.Log;

/// What a handler threw. The client gets the bare fact, the log where it happened.
final class Bugs implements ErrorHandler<Throwable> {

    private static final Log LOG = Log.of("api");
    private static final int FRAMES = 6;

    @Override
    public void handle(ServerRequest request, ServerResponse response, Throwable problem) {
        var status = TransportErrors.statusOf(problem);
        if (!(problem instanceof HttpException)) {
            LOG.error("bug in a handler", "method", request.prologue().method().text(), "thrown", shown(problem));
        }
        Answers.send(response, status, TransportErrors.document(status));
    }

    private static String shown(Throwable problem) {
        return problem.getClass().getName()
                + Arrays.stream(problem.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " < " + frame)
                        .collect(Collectors.joining());
    }
}
