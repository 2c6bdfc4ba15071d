package nexus.app.exchange;

import java.util.List;
import java.util.Locale;
import nexus.app.health.Phase;
import nexus.spi.Answer;

/// A body that came whole, on its way to an [Answer]: unpacked where a server packed it without being asked.
final class WholeBody {

    private final Head head;
    private final int start;
    private final int length;
    private Space space;

    WholeBody(Head head, Space space, int start, int length) {
        this.head = head;
        this.space = space;
        this.start = start;
        this.length = length;
    }

    /// Where the body stands now: the space given, or, if that was closed, another one.
    Space space() {
        return space;
    }

    /// The answer, or why the body cannot be unpacked.
    Ending ending(Buffers buffers, int maxBody) {
        List<String> codings = head.headers().values(space.bytes(), "content-encoding");
        String coding =
                codings.isEmpty() ? "identity" : String.join(", ", codings).toLowerCase(Locale.ROOT);
        if (coding.equals("identity") || length == 0) {
            return answer(space, start, length);
        }
        if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
            return unreadable("Content-Encoding \"" + Printable.of(coding) + "\", which nobody asked for");
        }
        return switch (Gunzip.unpack(buffers, space.bytes(), start, length, maxBody)) {
            case Gunzip.Unpacked plain -> {
                Ending whole = answer(plain.space(), 0, plain.length());
                space.close();
                space = plain.space();
                yield whole;
            }
            case Gunzip.TooLarge bomb -> Ending.tooLarge("an unpacked body", maxBody);
            case Gunzip.Damaged damaged -> unreadable("a damaged gzip body");
            case Gunzip.NoRoom none -> Ending.outOfBuffers();
        };
    }

    /// A refusal says enough by its status, so its body may be lost.
    private Ending unreadable(String detail) {
        boolean success = head.status() >= 200 && head.status() < 300;
        return success ? Ending.broken(Phase.READ, Break.Kind.BAD_FRAMING, detail) : answer(space, start, 0);
    }

    private Ending answer(Space body, int from, int bodyLength) {
        var headers = head.headers().entries(space.bytes());
        return new Ending.Answered(Answer.of(head.status(), headers, body.bytes(), from, bodyLength));
    }
}
