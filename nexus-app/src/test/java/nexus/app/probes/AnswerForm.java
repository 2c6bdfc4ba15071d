package nexus.app.probes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nexus.spi.Answer;

/// An answer as bytes that can be mutated anywhere and still are one: the status, a line a header, a blank line, the
/// body without any framing. A file that holds a finding can be read and written by hand.
final class AnswerForm {

    private AnswerForm() {}

    static byte[] bytes(Answer answer) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((answer.status() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        answer.headers()
                .forEach(header -> out.writeBytes(
                        (header.getKey() + ":" + header.getValue() + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        out.write('\n');
        try (var body = answer.body()) {
            body.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Any bytes are an answer; what is no status is 200.
    static Answer answer(byte[] bytes) {
        int at = endOfLine(bytes, 0);
        int status = status(line(bytes, 0, at));
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int start = at + 1; start < bytes.length; start = at + 1) {
            at = endOfLine(bytes, start);
            String line = line(bytes, start, at);
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    colon < 0 ? line : line.substring(0, colon),
                    line.substring(colon + 1).strip()));
        }
        int body = Math.min(bytes.length, at + 1);
        return Answer.of(status, headers, bytes, body, bytes.length - body);
    }

    private static int status(String line) {
        return line.matches("[1-9][0-9]{2}") ? Integer.parseInt(line) : 200;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String line(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
