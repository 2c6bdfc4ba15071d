package nexus.app.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Writes a question, once a backend; the bytes can be sent any number of times.
public final class RequestBytes {

    /// The longest request, in bytes: it fits into one send buffer, so that sending never waits.
    public static final int LIMIT = 8 << 10;

    private RequestBytes() {}

    /// A `GET`, HTTP/1.1, without `Accept-Encoding` and without body.
    ///
    /// @param authority the `Host` header's value
    /// @param path      prefix and path, printable ASCII, starts with `/`
    /// @param userAgent `nexus/1.2.3`
    /// @param headers   the user's; one named Host, User-Agent or Accept replaces ours
    /// @param followed  whether another question may follow on the connection; else the server is told to close
    /// @throws IllegalArgumentException over [#LIMIT], or for characters that would break the request; the text
    ///                                  names the header and never shows its value
    public static byte[] get(
            String authority,
            String path,
            String userAgent,
            List<Map.Entry<String, String>> headers,
            boolean followed) {
        return head("GET", authority, path, userAgent, headers, followed);
    }

    private static byte[] head(
            String method,
            String authority,
            String path,
            String userAgent,
            List<Map.Entry<String, String>> headers,
            boolean followed) {
        var text = new StringBuilder(256);
        text.append(method).append(' ').append(checked("path", path, '!')).append(" HTTP/1.1\r\n");
        ours(text, "Host", authority, headers);
        ours(text, "User-Agent", userAgent, headers);
        ours(text, "Accept", "application/json, */*;q=0.5", headers);
        if (!followed) {
            text.append("Connection: close\r\n");
        }
        for (var header : headers) {
            line(text, header.getKey(), header.getValue());
        }
        byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LIMIT) {
            throw new IllegalArgumentException("the request's headers are over " + LIMIT + " bytes");
        }
        return bytes;
    }

    /// A `POST` of JSON, HTTP/1.1, after which the server is told to close. Sending it may wait, but no longer than
    /// its deadline.
    ///
    /// @param target    path and query, printable ASCII, starts with `/`
    /// @param headers   beside Host, User-Agent, Accept and those about the body
    /// @param body      of any length
    /// @throws IllegalArgumentException as [#get]; [#LIMIT] holds for what stands before the body
    public static byte[] post(
            String authority, String target, String userAgent, List<Map.Entry<String, String>> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        all.add(Map.entry("Content-Type", "application/json"));
        all.add(Map.entry("Content-Length", Integer.toString(body.length)));
        byte[] head = head("POST", authority, target, userAgent, all, false);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static void ours(StringBuilder text, String name, String value, List<Map.Entry<String, String>> headers) {
        if (headers.stream().noneMatch(header -> header.getKey().equalsIgnoreCase(name))) {
            line(text, name, value);
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        if (name.isEmpty() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not the name of a header: \"" + Printable.of(name) + "\"");
        }
        checked("header name", name, '!');
        text.append(name)
                .append(": ")
                .append(checked("header " + name, value, ' '))
                .append("\r\n");
    }

    private static String checked(String what, String text, char lowest) {
        if (text.chars().anyMatch(c -> c < lowest && c != (lowest == ' ' ? '\t' : lowest) || c == 0x7f)) {
            throw new IllegalArgumentException(what + " holds a character that may not be sent");
        }
        return text;
    }
}
