package nexus.app.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads what came with a request: of a type that the path takes, and of a bounded size.
///
/// The type is part of the guard: a web page can send forms and plain text anywhere without being asked first, but
/// no `application/json` (Fetch Standard, "CORS-safelisted request-header").
final class RequestBody {

    static final int MAX_BYTES = 1 << 20;

    private static final String JSON = "application/json";
    private static final String TOML = "application/toml";

    private RequestBody() {}

    /// The text of a JSON document.
    static byte[] json(ServerRequest request) throws BadRequest {
        byte[] body = bytes(request);
        typed(request, JSON);
        return body;
    }

    /// Nothing, or a JSON object without keys.
    static void none(ServerRequest request) throws BadRequest {
        byte[] body = bytes(request);
        if (body.length > 0 || request.headers().contains(HeaderNames.CONTENT_TYPE)) {
            typed(request, JSON);
        }
        if (body.length > 0 && !JsonObject.read(body).isEmpty()) {
            throw BadRequest.json("this path takes no settings: send no body");
        }
    }

    /// The text of a TOML document; empty for none.
    static String toml(ServerRequest request) throws BadRequest {
        byte[] body = bytes(request);
        if (body.length == 0) {
            return "";
        }
        typed(request, TOML);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest(Status.BAD_REQUEST_400, "invalid_text", "the body is not UTF-8");
        }
    }

    private static byte[] bytes(ServerRequest request) throws BadRequest {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (var in = request.content().inputStream()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new BadRequest(
                        Status.REQUEST_ENTITY_TOO_LARGE_413,
                        "request_entity_too_large",
                        "the request's body is larger than 1 MiB");
            }
            return body;
        } catch (IOException e) {
            throw new BadRequest(Status.BAD_REQUEST_400, "incomplete_body", "the request's body ended too early");
        }
    }

    private static void typed(ServerRequest request, String wanted) throws BadRequest {
        var headers = request.headers();
        String given = headers.contains(HeaderNames.CONTENT_TYPE)
                ? headers.get(HeaderNames.CONTENT_TYPE).get()
                : "";
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(wanted)) {
            throw new BadRequest(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "unsupported_media_type",
                    "this path takes Content-Type: " + wanted);
        }
    }
}
