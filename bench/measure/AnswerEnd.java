package measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/// Finds where one HTTP answer after the other ends on a kept connection, by its stated length or its empty chunk.
/// It trusts the server, and that answers don't overlap.
final class AnswerEnd {
    private static final int EMPTY_LINE = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    /// The end of a chunked body: the last bytes of `\r\n0\r\n\r\n` as a number.
    private static final long EMPTY_CHUNK = 0x0d0a_300d_0a0d_0aL;

    private final byte[] head = new byte[1 << 12];
    private int headLength;
    private int lastFour;
    private boolean inBody;
    private boolean chunked;
    private long lastSeven;
    private long missing;

    boolean isReachedBy(ByteBuffer bytes) throws IOException {
        if (!inBody && !readHead(bytes)) {
            return false;
        }
        boolean reached = chunked ? hasEmptyChunk(bytes) : (missing -= bytes.remaining()) <= 0;
        if (reached) {
            inBody = false;
            headLength = 0;
            lastFour = 0;
        }
        return reached;
    }

    private boolean readHead(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && lastFour != EMPTY_LINE) {
            byte b = bytes.get();
            head[headLength++] = b;
            lastFour = lastFour << 8 | b;
        }
        inBody = lastFour == EMPTY_LINE;
        if (inBody) {
            String text = new String(head, 0, headLength, ISO_8859_1).toLowerCase(Locale.ROOT);
            if (!text.startsWith("http/1.1 2")) {
                throw new IOException("answered " + text.lines().findFirst().orElse(""));
            }
            int at = text.indexOf("content-length:");
            chunked = at < 0;
            missing = chunked ? 0 : Long.parseLong(text.substring(at + 15, text.indexOf('\r', at)).strip());
            lastSeven = 0x0d0a;
        }
        return inBody;
    }

    private boolean hasEmptyChunk(ByteBuffer bytes) {
        bytes.position(Math.max(bytes.position(), bytes.limit() - 7));
        while (bytes.hasRemaining()) {
            lastSeven = (lastSeven << 8 | bytes.get()) & 0xff_ffff_ffff_ffffL;
        }
        return lastSeven == EMPTY_CHUNK;
    }
}
