package nexus.app.exchange;

import java.util.Optional;
import nexus.app.health.Phase;

/// Takes the framing off a chunked body (RFC 9112, 7.1) where it stands, in whatever pieces it comes.
///
/// Extensions and trailers are skipped, and bounded: a server must not be able to talk without end between two
/// bytes of the body.
final class Chunks {

    private enum At {
        SIZE,
        PADDING,
        EXTENSION,
        SIZE_END,
        DATA,
        AFTER_DATA,
        DATA_END,
        TRAILER
    }

    private static final int SIZE_DIGITS = 16;
    private static final int ASIDES = 16 << 10;

    private final int maxBody;
    private At at = At.SIZE;
    private int digits;
    private long size;
    private long total;
    private int asides;
    private int trailerLine;
    private int next;
    private boolean whole;
    private Optional<Ending> fault = Optional.empty();

    Chunks(int maxBody) {
        this.maxBody = maxBody;
    }

    /// Takes the bytes from one place to another, and moves those that belong to the body to `out`, which is never
    /// behind them.
    ///
    /// @param kept false: nobody will look at them, they are only counted
    /// @return where the body ends now
    int decode(byte[] bytes, int from, int to, int out, boolean kept) {
        int end = out;
        next = from;
        while (next < to && !whole && fault.isEmpty()) {
            if (at == At.DATA) {
                int length = (int) Math.min(size, to - next);
                if (kept && end != next) {
                    System.arraycopy(bytes, next, bytes, end, length);
                }
                end += length;
                next += length;
                size -= length;
                at = size == 0 ? At.AFTER_DATA : At.DATA;
            } else {
                step(bytes[next++]);
            }
        }
        return end;
    }

    private void step(byte b) {
        switch (at) {
            case SIZE -> size(b);
            case PADDING -> padding(b);
            case EXTENSION -> extension(b);
            case SIZE_END -> lineFeed(b, "size");
            case AFTER_DATA -> afterData(b);
            case DATA_END -> lineFeed(b, "data");
            case TRAILER -> trailer(b);
            case DATA -> throw new IllegalStateException("data is copied, not stepped through");
        }
    }

    private void size(byte b) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            padding(b);
        } else if (++digits > SIZE_DIGITS) {
            broken("a chunk size of more than " + SIZE_DIGITS + " digits");
        } else {
            size = size << 4 | digit;
        }
    }

    private void padding(byte b) {
        if (digits == 0) {
            broken("a chunk without a size, but \"" + Printable.of(new byte[] {b}, 0, 1) + "\"");
            return;
        }
        switch (b) {
            case '\r' -> at = At.SIZE_END;
            case '\n' -> sizeKnown();
            case ';' -> at = At.EXTENSION;
            case ' ', '\t' -> {
                at = At.PADDING;
                aside();
            }
            default -> broken("a chunk size with \"" + Printable.of(new byte[] {b}, 0, 1) + "\" in it");
        }
    }

    private void extension(byte b) {
        if (b == '\n') {
            sizeKnown();
        } else {
            aside();
        }
    }

    private void aside() {
        if (++asides > ASIDES) {
            broken("chunk extensions and trailers of more than " + ASIDES + " bytes");
        }
    }

    private void sizeKnown() {
        if (size < 0 || size > maxBody - total) {
            fault = Optional.of(Ending.tooLarge("a chunked body", maxBody));
            return;
        }
        total += size;
        digits = 0;
        at = size == 0 ? At.TRAILER : At.DATA;
    }

    private void afterData(byte b) {
        if (b == '\r') {
            at = At.DATA_END;
        } else {
            lineFeed(b, "data");
        }
    }

    private void lineFeed(byte b, String what) {
        if (b != '\n') {
            broken("no line end after a chunk's " + what);
        } else if (at == At.SIZE_END) {
            sizeKnown();
        } else {
            at = At.SIZE;
        }
    }

    private void trailer(byte b) {
        if (b == '\n') {
            whole = trailerLine == 0;
            trailerLine = 0;
        } else if (b != '\r') {
            trailerLine++;
        }
        aside();
    }

    private void broken(String detail) {
        fault = Optional.of(Ending.broken(Phase.READ, Break.Kind.BAD_FRAMING, detail));
    }

    /// Whether the last chunk and the trailers are over.
    boolean whole() {
        return whole;
    }

    Optional<Ending> fault() {
        return fault;
    }

    /// The first byte that was not taken.
    int next() {
        return next;
    }
}
