package nexus.app.exchange;

import java.util.List;
import java.util.Locale;

/// How the end of a body is known (RFC 9112, 6.3), for the answer to a `GET`.
sealed interface Framing {

    /// There is none: 204, 304.
    record NoBody() implements Framing {}

    /// So many bytes.
    record Length(long bytes) implements Framing {}

    /// Chunks say so themselves.
    record Chunked() implements Framing {}

    /// The connection's end is the body's.
    record ToEnd() implements Framing {}

    /// It cannot be known; the reason in words.
    record Contradiction(String detail) implements Framing {}

    /// More digits than any body has bytes.
    int LONGEST_NUMBER = 18;

    /// What a whole head says.
    static Framing of(Head head, byte[] bytes) {
        if (head.status() == 204 || head.status() == 304 || head.status() == 101) {
            return new NoBody();
        }
        List<String> codings = head.headers().values(bytes, "transfer-encoding");
        List<String> lengths = head.headers().values(bytes, "content-length");
        if (codings.isEmpty()) {
            return lengths.isEmpty() ? new ToEnd() : length(lengths);
        }
        if (!lengths.isEmpty()) {
            return new Contradiction("both Content-Length and Transfer-Encoding");
        }
        if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
            return new Contradiction(
                    "Transfer-Encoding \"" + Printable.of(String.join(", ", codings)) + "\", which nobody asked for");
        }
        return new Chunked();
    }

    private static Framing length(List<String> values) {
        String first = values.getFirst();
        if (values.size() > 1 || first.indexOf(',') >= 0) {
            // The same number twice is one number (RFC 9110, 8.6).
            List<String> all = List.of(String.join(",", values).split(",", -1));
            first = all.getFirst().strip();
            for (String other : all) {
                if (!other.strip().equals(first)) {
                    return new Contradiction("Content-Length twice and different");
                }
            }
        }
        return number(first);
    }

    private static Framing number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return notANumber(text);
            }
            number = i < LONGEST_NUMBER ? number * 10 + digit : Long.MAX_VALUE;
        }
        return text.isEmpty() ? notANumber(text) : new Length(number);
    }

    private static Framing notANumber(String text) {
        return new Contradiction("Content-Length is no number: \"" + Printable.of(text) + "\"");
    }

    /// Whether the connection stays open after the answer, by what its head says.
    static boolean keepsOpen(Head head, byte[] bytes) {
        boolean open = head.is11();
        for (String value : head.headers().values(bytes, "connection")) {
            String options = value.toLowerCase(Locale.ROOT);
            if (options.contains("close")) {
                return false;
            }
            open |= options.contains("keep-alive");
        }
        return open && head.status() != 101;
    }
}
