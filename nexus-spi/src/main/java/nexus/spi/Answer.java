package nexus.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One whole HTTP answer: status, headers, and the body with its transfer framing removed. Readers are given all of it
/// rather than a parsed document, because what is no document tells most: a proxy's page, a status with a reason.
///
/// Inside a reader only: the body may stand in a buffer that Nexus uses again once the reader has returned. Not
/// modifiable; readable from the thread that runs the reader. A body is at most as long as the backend's
/// `max_body_bytes`: a longer one is never read.
public final class Answer {

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] buffer;
    private final int offset;
    private final int length;

    private Answer(int status, List<Map.Entry<String, String>> headers, byte[] buffer, int offset, int length) {
        this.status = status;
        this.headers = headers;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /// An answer over a part of a buffer, which is not copied.
    ///
    /// @param status  as sent, 100 to 999
    /// @param headers in the order sent, names in any case, values without surrounding blanks
    /// @param buffer  holds the body
    /// @param offset  where in the buffer the body begins
    /// @param length  of the body, in bytes
    /// @return the answer
    /// @throws IndexOutOfBoundsException if the body would lie outside of the buffer
    public static Answer of(
            int status, List<Map.Entry<String, String>> headers, byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return new Answer(status, List.copyOf(headers), buffer, offset, length);
    }

    /// An answer with a body given as text and no headers; for tests.
    ///
    /// @param status 100 to 999
    /// @param body   becomes UTF-8
    /// @return the answer
    public static Answer of(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return of(status, List.of(), bytes, 0, bytes.length);
    }

    /// The status code.
    ///
    /// @return as sent, 100 to 999
    public int status() {
        return status;
    }

    /// Whether the status is 200 to 299.
    ///
    /// @return false for everything else, redirects included
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// The first header of this name.
    ///
    /// @param name in any case
    /// @return its value without surrounding blanks; empty if there is none
    public Optional<String> header(String name) {
        for (var header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return Optional.of(header.getValue());
            }
        }
        return Optional.empty();
    }

    /// All headers, in the order sent.
    ///
    /// @return names as sent, and values without surrounding blanks
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /// The body from its first byte.
    ///
    /// @return a stream of its own at each call, which needs no closing
    public InputStream body() {
        return new ByteArrayInputStream(buffer, offset, length);
    }

    /// The body's length.
    ///
    /// @return in bytes
    public int bodyLength() {
        return length;
    }

    /// The beginning of the body as UTF-8 text, malformed bytes replaced.
    ///
    /// @param maxBytes how much of the body at the most; not negative
    /// @return up to so many bytes as text
    public String text(int maxBytes) {
        return new String(buffer, offset, Math.min(length, maxBytes), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + length + " bytes";
    }
}
