package fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// Finds the empty line that ends a request, however the bytes are cut, and whether it is the client's last.
final class RequestEnd {
    private static final int EMPTY_LINE = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';
    private static final byte[] CLOSE = "connection: close".getBytes(US_ASCII);
    private static final byte[] OLD = "http/1.0".getBytes(US_ASCII);

    private int lastFour;
    private int closeMatched;
    private int oldMatched;
    private boolean last;

    boolean isEndedBy(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            lastFour = lastFour << 8 | b & 0xff;
            int small = b >= 'A' && b <= 'Z' ? b + 32 : b;
            closeMatched = next(CLOSE, closeMatched, small);
            oldMatched = next(OLD, oldMatched, small);
        }
        return lastFour == EMPTY_LINE;
    }

    private int next(byte[] word, int matched, int b) {
        if (word[matched] != b) {
            return word[0] == b ? 1 : 0;
        }
        if (matched + 1 == word.length) {
            last = true;
            return 0;
        }
        return matched + 1;
    }

    /// Whether the client said that no request follows on this connection.
    boolean isLast() {
        return last;
    }
}
