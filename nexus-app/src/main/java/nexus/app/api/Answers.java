package nexus.app.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/// Sends an answer with the headers that all of them have.
final class Answers {

    static final Header JSON = HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json");
    /// What is true now may be false in a second; who knows better has said so before.
    static final Header NO_STORE = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");
    static final Header NO_SNIFF = HeaderValues.create("X-Content-Type-Options", "nosniff");
    /// Pages of other origins may not even show an answer.
    static final Header SAME_ORIGIN = HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin");

    /// Many clients at once that read are only slower; those that don't are refused soon.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final AnswerMemory MEMORY = AnswerMemory.ofHeap();
    private static final byte[] BUSY = ErrorJson.of(
            "too many large answers are on their way to slow readers; ask for less with limit and fields",
            "server_error",
            Optional.empty(),
            "busy");

    private Answers() {}

    static void ok(ServerResponse response, byte[] document) {
        send(response, Status.OK_200, document);
    }

    static void send(ServerResponse response, Status status, byte[] document) {
        send(response, status, JSON, document);
    }

    /// A document that is not JSON.
    static void text(ServerResponse response, Header contentType, byte[] document) {
        send(response, Status.OK_200, contentType, document);
    }

    private static void send(ServerResponse response, Status status, Header contentType, byte[] document) {
        if (!MEMORY.take(document.length, PATIENCE)) {
            response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, "1"));
            write(response, Status.SERVICE_UNAVAILABLE_503, JSON, BUSY);
            return;
        }
        try {
            write(response, status, contentType, document);
        } finally {
            MEMORY.give(document.length);
        }
    }

    private static void write(ServerResponse response, Status status, Header contentType, byte[] document) {
        response.status(status).header(contentType).header(NO_SNIFF).header(SAME_ORIGIN);
        if (!response.headers().contains(HeaderNames.CACHE_CONTROL)) {
            response.header(NO_STORE);
        }
        if (HeadersOnly.wanted()) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, document.length));
            response.send();
        } else {
            response.send(document);
        }
    }

    /// The client asked for what is not there.
    static void notFound(ServerResponse response, String message, Optional<String> param, String code) {
        send(response, Status.NOT_FOUND_404, ErrorJson.of(message, "invalid_request_error", param, code));
    }

    /// The client asked in a way that is not understood.
    static void badParameter(ServerResponse response, BadParameter problem) {
        send(
                response,
                Status.BAD_REQUEST_400,
                ErrorJson.of(
                        problem.getMessage(),
                        "invalid_request_error",
                        Optional.of(problem.parameter()),
                        "invalid_parameter"));
    }
}
