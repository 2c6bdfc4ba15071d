package nexus.app.registry;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a failed check got to see: the beginning of a body, or of whatever came instead of a whole answer.
///
/// These are a stranger's bytes, with control characters and perhaps secrets in them: who shows them cleans
/// them.
///
/// @param status the answer's status; 0 where there was no whole answer, then the bytes start with its head
/// @param start  the first bytes, one in each character (ISO 8859-1), at most [#MOST]
/// @param length how many bytes came in all
public record Seen(int status, String start, int length) {

    /// The most bytes that are kept.
    public static final int MOST = 256;

    public Seen {
        Objects.requireNonNull(start, "start");
        if (start.length() > MOST || length < start.length()) {
            throw new IllegalArgumentException(start.length() + " of " + length + " bytes");
        }
    }

    /// Copies the beginning of bytes that came.
    public static Seen of(int status, byte[] bytes, int offset, int length) {
        return new Seen(status, new String(bytes, offset, Math.min(length, MOST), StandardCharsets.ISO_8859_1), length);
    }

    /// The first bytes.
    public byte[] bytes() {
        return start.getBytes(StandardCharsets.ISO_8859_1);
    }
}
