package nexus.app.exchange;

import java.nio.charset.StandardCharsets;
import nexus.app.exchange.Break.Kind;

/// Feeds a reader, in pieces, and puts what came out into one comparable line.
final class Feeding {

    /// What framing may take beside the head and the body, in bytes.
    private static final int FRAMING = 64;

    private Feeding() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// All at once, then the end of the stream.
    static String whole(byte[] bytes, int maxBody) {
        return pieces(bytes, maxBody, bytes.length, bytes.length, Kind.CLOSED_EARLY);
    }

    /// A first piece, then pieces of one size, then the cut.
    static String pieces(byte[] bytes, int maxBody, int first, int size, Kind cut) {
        return pieces(new Buffers(64 << 20), bytes, maxBody, first, size, cut);
    }

    static String pieces(Buffers buffers, byte[] bytes, int maxBody, int first, int size, Kind cut) {
        return pieces(buffers, bytes, maxBody, Integer.MAX_VALUE, first, size, cut);
    }

    /// In the memory given, which must hold no more than the caps allow at any time, and nothing afterwards.
    static String pieces(Buffers buffers, byte[] bytes, int maxBody, int kept, int first, int size, Kind cut) {
        String seen;
        try (var reader = new AnswerReader(buffers, buffers.openWaiting(), maxBody, kept)) {
            int at = 0;
            int next = first;
            for (int room = reader.room(); room > 0 && at < bytes.length; room = reader.room()) {
                int n = Math.min(Math.max(1, next), Math.min(room, bytes.length - at));
                System.arraycopy(bytes, at, reader.space(), reader.position(), n);
                reader.filled(n);
                at += n;
                next -= n;
                next = next > 0 ? next : size;
                assertBounded(buffers, maxBody);
            }
            reader.cut(cut);
            seen = line(reader.ending().orElseThrow());
        }
        if (buffers.lent() != 0 || buffers.spaces() != 0) {
            throw new AssertionError("leaks " + buffers.lent() + " bytes, " + buffers.spaces() + " spaces");
        }
        return seen;
    }

    private static void assertBounded(Buffers buffers, int maxBody) {
        long most = Head.LIMIT + maxBody + FRAMING;
        if (buffers.lent() > most) {
            throw new AssertionError("holds " + buffers.lent() + " bytes, more than " + most);
        }
    }

    static String line(Ending ending) {
        return switch (ending) {
            case Ending.Answered(var answer) -> answer.status() + " " + answer.headers() + " " + answer.text(1 << 24);
            case Ending.Broken(Break why) -> why.phase() + " " + why.kind() + ": " + why.detail();
        };
    }
}
