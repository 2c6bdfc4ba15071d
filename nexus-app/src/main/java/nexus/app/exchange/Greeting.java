package nexus.app.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks at the first bytes of what should be an HTTP/1 answer, and names what else it is.
final class Greeting {

    /// So many bytes are looked at; fewer if a line ends before.
    private static final int LOOK = 16;

    private static final int TLS_LOOK = 7;
    private static final byte[] HTTP = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final String[][] TEXTS = {
        {"SSH-", "speaks SSH"},
        {"220", "speaks SMTP or FTP"},
        {"-ERR", "speaks Redis or POP3"},
        {"-NOAUTH", "speaks Redis"},
        {"+OK", "speaks POP3"},
        {"* OK", "speaks IMAP"},
        {"RFB ", "speaks VNC"},
        {"HTTP/", "speaks another version of HTTP than 1"},
        {"PRI * HTTP/2", "speaks HTTP/2 only"},
        {"GET ", "echoes the question"},
        {"<", "sends a document without an HTTP head"},
        {"{", "sends JSON without an HTTP head"},
        {"[", "sends JSON without an HTTP head"},
    };

    private Greeting() {}

    /// What these bytes are instead of HTTP/1, as soon as that can be told. The same bytes get the same words, in
    /// whatever pieces they come.
    ///
    /// @param whole whether no more will come
    /// @return empty: it is HTTP/1, or may still become it
    static Optional<String> stranger(byte[] bytes, int from, int to, boolean whole) {
        int length = Math.min(to - from, LOOK);
        if (length == 0 || startsLikeHttp(bytes, from, length)) {
            return Optional.empty();
        }
        if (isTls(bytes, from, length)) {
            return length >= TLS_LOOK || whole
                    ? Optional.of("speaks TLS; the URL should begin with https")
                    : Optional.empty();
        }
        int end = lineEnd(bytes, from, from + length);
        if (end < 0 && length < LOOK && !whole) {
            return Optional.empty();
        }
        return Optional.of(words(bytes, from, end < 0 ? from + length : end));
    }

    private static boolean startsLikeHttp(byte[] bytes, int from, int length) {
        for (int i = 0; i < Math.min(length, HTTP.length); i++) {
            if (bytes[from + i] != HTTP[i]) {
                return false;
            }
        }
        return true;
    }

    /// A record of TLS: type 20 to 23, then major version 3 (RFC 8446, 5.1).
    private static boolean isTls(byte[] bytes, int from, int length) {
        return bytes[from] >= 0x14 && bytes[from] <= 0x17 && length > 1 && bytes[from + 1] == 3;
    }

    /// A SETTINGS frame on stream 0, with which an HTTP/2 server begins (RFC 9113, 3.4).
    private static boolean isHttp2(byte[] bytes, int from, int end) {
        return end - from >= 5
                && bytes[from] == 0
                && bytes[from + 1] == 0
                && bytes[from + 3] == 4
                && bytes[from + 4] == 0;
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i > from && bytes[i - 1] == '\r' ? i - 1 : i;
            }
        }
        return -1;
    }

    private static String words(byte[] bytes, int from, int end) {
        String start = "begins with \"" + Printable.of(bytes, from, end) + "\"";
        if (isHttp2(bytes, from, end)) {
            return "speaks HTTP/2 only, " + start;
        }
        String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        for (String[] known : TEXTS) {
            if (text.startsWith(known[0])) {
                return known[1] + ", " + start;
            }
        }
        return start;
    }
}
