package nexus.app.api;

import io.helidon.http.DirectHandler;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Locale;
import java.util.Optional;

/// The errors that arise before or around a handler: not HTTP, too long, no such path, a bug of ours. Their
/// texts are ours too: what the web server would say may repeat the request or tell of our insides.
final class TransportErrors implements DirectHandler {

    private static final int SERVER_ERRORS = 500;
    private static final byte[] NOTHING = {};

    static DirectHandlers forAll() {
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, new TransportErrors());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(Answers.JSON)
                .header(Answers.NO_STORE)
                .header(Answers.NO_SNIFF)
                .header(Answers.SAME_ORIGIN)
                .keepAlive(type.keepAlive())
                .entity(request.method().equals("HEAD") ? NOTHING : document(status))
                .build();
    }

    /// What a thrown problem comes to: the web server's own exceptions know a status, anything else is a bug.
    static Status statusOf(Throwable problem) {
        return problem instanceof HttpException http ? http.status() : Status.INTERNAL_SERVER_ERROR_500;
    }

    static byte[] document(Status status) {
        String type = status.code() < SERVER_ERRORS ? "invalid_request_error" : "server_error";
        return ErrorJson.of(message(status), type, Optional.empty(), code(status));
    }

    private static String message(Status status) {
        return switch (status.code()) {
            case 400 -> "not a well-formed HTTP/1.1 request, or its headers are larger than 16 KiB";
            case 404 -> "unknown path; there are /health, /v1/models, /v1/backends and /v1/events";
            case 413 -> "the request's body is too large";
            case 414 -> "the request's path is too long";
            case 431 -> "the request's headers are too large";
            case 500 -> "a bug in Nexus; its log says more";
            case 505 -> "HTTP/1.0 is not spoken here; use HTTP/1.1";
            default -> status.reasonPhrase();
        };
    }

    private static String code(Status status) {
        return switch (status.code()) {
            case 404 -> "unknown_path";
            case 500 -> "internal_error";
            case 505 -> "http_version_not_supported";
            default -> status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        };
    }
}
