package nexus.app.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.operate.OperateException;

/// Answers a request that was not done.
final class Refusals {

    /// Does what was asked for, and answers.
    interface Work {
        void run() throws OperateException, BadRequest;
    }

    private Refusals() {}

    static void answered(ServerResponse response, Work work) {
        try {
            work.run();
        } catch (BadRequest e) {
            Answers.send(
                    response,
                    e.status(),
                    ErrorJson.of(e.getMessage(), "invalid_request_error", Optional.empty(), e.code()));
        } catch (OperateException e) {
            Answers.send(response, status(e), ProblemJson.of(e, type(e), code(e)));
        }
    }

    private static Status status(OperateException e) {
        return switch (e.kind()) {
            case NOT_FOUND -> Status.NOT_FOUND_404;
            case CONFLICT -> Status.CONFLICT_409;
            case INVALID -> Status.BAD_REQUEST_400;
            case NOT_ALLOWED -> Status.FORBIDDEN_403;
            case NOT_STORED -> Status.INTERNAL_SERVER_ERROR_500;
            case UNFINISHED -> Status.GATEWAY_TIMEOUT_504;
        };
    }

    private static String type(OperateException e) {
        return switch (e.kind()) {
            case NOT_FOUND, CONFLICT, INVALID, NOT_ALLOWED -> "invalid_request_error";
            case NOT_STORED, UNFINISHED -> "server_error";
        };
    }

    private static String code(OperateException e) {
        return switch (e.kind()) {
            case NOT_FOUND -> "backend_not_found";
            case CONFLICT -> "conflict";
            case INVALID -> "invalid_configuration";
            case NOT_ALLOWED -> "not_allowed";
            case NOT_STORED -> "not_stored";
            case UNFINISHED -> "unfinished";
        };
    }
}
