package nexus.spi.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nexus.spi.Answer;

/// One answer as a server sent it, byte for byte: what `curl -i --raw` prints, kept in a file `name.http`.
///
/// @param name   the file's name, or a path that says more
/// @param answer with chunk framing removed from the body
public record Recording(String name, Answer answer) {

    /// @throws IllegalArgumentException if the file holds no whole HTTP/1 answer
    public static Recording read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException if these bytes are no whole HTTP/1 answer
    public static Recording parse(String name, byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1); // one char a byte
        int headEnd = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || headEnd < 0) {
            throw new IllegalArgumentException(name + ": not an HTTP/1 answer");
        }
        List<String> head = text.substring(0, headEnd).lines().toList();
        int status = Integer.parseInt(head.getFirst().split(" ")[1]);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.add(new SimpleImmutableEntry<>(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        String framed = text.substring(headEnd + 4);
        byte[] body = unframed(name, headers, framed).getBytes(StandardCharsets.ISO_8859_1);
        return new Recording(name, Answer.of(status, headers, body, 0, body.length));
    }

    private static String unframed(String name, List<Map.Entry<String, String>> headers, String framed) {
        for (var header : headers) {
            if (header.getKey().equalsIgnoreCase("Transfer-Encoding")) {
                return dechunked(name, framed);
            }
            if (header.getKey().equalsIgnoreCase("Content-Length")) {
                int length = Integer.parseInt(header.getValue());
                if (framed.length() < length) {
                    throw new IllegalArgumentException(name + ": ends before its Content-Length");
                }
                return framed.substring(0, length);
            }
        }
        return framed;
    }

    private static String dechunked(String name, String framed) {
        var body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = framed.indexOf("\r\n", at);
            if (lineEnd < 0) {
                throw new IllegalArgumentException(name + ": ends between chunks");
            }
            int size =
                    Integer.parseInt(framed.substring(at, lineEnd).split(";")[0].strip(), 16);
            if (size == 0) {
                return body.toString(StandardCharsets.ISO_8859_1);
            }
            int start = lineEnd + 2;
            body.writeBytes(framed.substring(start, start + size).getBytes(StandardCharsets.ISO_8859_1));
            at = start + size + 2;
        }
    }
}
