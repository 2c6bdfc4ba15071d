package nexus.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One whole HTTP answer as it stands on the wire. Immutable.
public final class Reply {

    private final byte[] wire;
    private final boolean keepsOpen;

    private Reply(byte[] wire) {
        this.wire = wire.clone();
        String head = head(wire);
        this.keepsOpen = head.contains("\r\ncontent-length:") && !head.contains("\r\nconnection: close");
    }

    /// These bytes, whatever they are: for answers that break HTTP on purpose.
    public static Reply raw(byte[] wire) {
        return new Reply(wire);
    }

    /// An answer made up for the moment, with a `Content-Length`.
    ///
    /// @param status the code and its words: `200 OK`
    public static Reply of(String status, String contentType, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return new Reply(whole);
    }

    /// A 200 with this JSON.
    public static Reply json(String body) {
        return of("200 OK", "application/json", body);
    }

    /// One of this package's resources: `ollama/api-tags` is the file `ollama/api-tags.http`.
    ///
    /// @throws DemoException when there is none
    static Reply recorded(String name) {
        try (var file = Reply.class.getResourceAsStream(name + ".http")) {
            if (file == null) {
                throw new DemoException("the demo's answer " + name + " is missing from the program", null);
            }
            return new Reply(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A copy of the bytes.
    public byte[] wire() {
        return wire.clone();
    }

    /// Whether the client can tell the end of this answer and may ask again on the same connection.
    boolean keepsOpen() {
        return keepsOpen;
    }

    private static String head(byte[] wire) {
        String text = new String(wire, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
