package nexus.app.exchange;

import java.util.Optional;
import nexus.app.health.Phase;

/// Status line and headers (RFC 9112, 4 and 5), found as the bytes come and kept as places in the array.
///
/// Lenient where servers differ without harm: bare line feeds, no reason phrase, folded header lines. Interim
/// answers (1xx) before the one that counts are skipped, a few of them.
final class Head {

    /// The bound on everything before the body, interim answers included, in bytes.
    static final int LIMIT = 64 << 10;

    private static final int HEADERS = 200;
    private static final int INTERIMS = 8;

    private final Headers headers = new Headers();
    private int interims;
    private int lineStart;
    private int next;
    private int status;
    private boolean is11;
    private int end = -1;
    private Optional<Ending> fault = Optional.empty();

    /// Goes on over the bytes up to a limit, the array being the same or a grown copy of it.
    void read(byte[] bytes, int limit) {
        int to = Math.min(limit, LIMIT);
        while (end < 0 && fault.isEmpty() && next < to) {
            if (bytes[next++] == '\n') {
                line(bytes, next - 1 > lineStart && bytes[next - 2] == '\r' ? next - 2 : next - 1);
                lineStart = next;
            }
        }
        if (end < 0 && fault.isEmpty()) {
            if (status == 0) {
                stranger(bytes, limit, false);
            }
            if (limit >= LIMIT) {
                fault(Break.Kind.HEAD_TOO_LARGE, "status line and headers are over " + LIMIT + " bytes");
            }
        }
    }

    /// Whether what came is no HTTP/1 answer; then there is a fault.
    private boolean stranger(byte[] bytes, int limit, boolean whole) {
        Greeting.stranger(bytes, lineStart, limit, whole).ifPresent(words -> fault(Break.Kind.NOT_HTTP, words));
        return fault.isPresent();
    }

    /// No more bytes come: if they are not the beginning of HTTP, there is a fault now.
    void cut(byte[] bytes, int limit) {
        if (status == 0 && fault.isEmpty()) {
            stranger(bytes, limit, true);
        }
    }

    private void line(byte[] bytes, int lineEnd) {
        if (status == 0) {
            statusLine(bytes, lineEnd);
        } else if (lineEnd == lineStart) {
            blankLine();
        } else if (bytes[lineStart] == ' ' || bytes[lineStart] == '\t') {
            foldedLine(lineEnd);
        } else {
            headerLine(bytes, lineEnd);
        }
    }

    private void statusLine(byte[] bytes, int lineEnd) {
        if (stranger(bytes, next, true)) {
            return;
        }
        int at = lineStart + "HTTP/1.".length();
        boolean good = lineEnd >= at + 5
                && isDigit(bytes[at])
                && bytes[at + 1] == ' '
                && isDigit(bytes[at + 2])
                && isDigit(bytes[at + 3])
                && isDigit(bytes[at + 4])
                && (lineEnd == at + 5 || bytes[at + 5] == ' ');
        int code = good ? (bytes[at + 2] - '0') * 100 + (bytes[at + 3] - '0') * 10 + bytes[at + 4] - '0' : 0;
        if (code < 100) {
            String shown = Printable.of(bytes, lineStart, Math.min(lineEnd, lineStart + 40));
            fault(Break.Kind.NOT_HTTP, "a status line without a status: \"" + shown + "\"");
            return;
        }
        status = code;
        is11 = bytes[at] != '0';
    }

    private void blankLine() {
        if (status >= 200 || status == 101) {
            end = next;
        } else if (++interims > INTERIMS) {
            fault(Break.Kind.BAD_FRAMING, "more than " + INTERIMS + " interim answers (1xx)");
        } else {
            status = 0;
            headers.clear();
        }
    }

    /// A value over several lines is one with a blank in between; the text is made so when it is asked for.
    private void foldedLine(int lineEnd) {
        if (headers.count() == 0) {
            fault(Break.Kind.BAD_FRAMING, "a folded line before the first header");
        } else {
            headers.stretchLast(lineEnd);
        }
    }

    private void headerLine(byte[] bytes, int lineEnd) {
        int colon = lineStart;
        while (colon < lineEnd && isToken(bytes[colon])) {
            colon++;
        }
        if (colon == lineStart || colon == lineEnd || bytes[colon] != ':') {
            String shown = Printable.of(bytes, lineStart, Math.min(lineEnd, lineStart + 40));
            fault(Break.Kind.BAD_FRAMING, "a header line that is none: \"" + shown + "\"");
            return;
        }
        if (headers.count() == HEADERS) {
            fault(Break.Kind.HEAD_TOO_LARGE, "more than " + HEADERS + " headers");
        } else {
            headers.add(lineStart, colon, lineEnd);
        }
    }

    private void fault(Break.Kind kind, String detail) {
        fault = Optional.of(Ending.broken(Phase.READ, kind, detail));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isToken(byte b) {
        return b > ' ' && b != ':' && b != 0x7f;
    }

    Optional<Ending> fault() {
        return fault;
    }

    /// Where the body begins; negative until the head is whole.
    int end() {
        return end;
    }

    int status() {
        return status;
    }

    /// Whether the server speaks 1.1, in which connections stay open unless it says otherwise.
    boolean is11() {
        return is11;
    }

    /// The headers of the answer that counts, once the head is whole.
    Headers headers() {
        return headers;
    }
}
