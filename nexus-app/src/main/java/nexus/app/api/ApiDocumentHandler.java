package nexus.app.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/// `/openapi.json`. It is made when it is first asked for, and stays the same while Nexus runs: clients may keep it,
/// and ask each time whether theirs is still right.
final class ApiDocumentHandler {

    private static final Header NO_CACHE = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache");

    /// @param tag of its bytes, in quotes (RFC 9110, section 8.8.3)
    private record Page(byte[] bytes, String tag) {
        static Page of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Page(bytes, '"' + HexFormat.of().formatHex(hash, 0, 8) + '"');
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    private final String version;
    private final AtomicReference<Page> kept = new AtomicReference<>();

    /// @param version of Nexus
    ApiDocumentHandler(String version) {
        this.version = version;
    }

    void document(ServerRequest request, ServerResponse response) {
        var page = page();
        response.header(NO_CACHE).header(HeaderNames.ETAG, page.tag());
        if (isKnown(String.join(",", request.headers().values(HeaderNames.IF_NONE_MATCH)), page.tag())) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            Answers.ok(response, page.bytes());
        }
    }

    private Page page() {
        var page = kept.get();
        if (page == null) {
            page = Page.of(ApiDocument.bytes(version));
            kept.set(page);
        }
        return page;
    }

    /// @param tags those that the client has, with commas between them
    private static boolean isKnown(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
