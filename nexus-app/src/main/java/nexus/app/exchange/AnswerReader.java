package nexus.app.exchange;

import java.util.Arrays;
import java.util.Optional;
import nexus.app.exchange.Break.Kind;
import nexus.app.health.Phase;

/// Reads one HTTP/1 answer from bytes; knows no socket and no clock.
///
/// Whoever feeds it puts bytes into [#space] at [#position], at most [#room] of them, and says how many with
/// [#filled]; or says [#cut] when no more will come. The same bytes come to the same end in whatever pieces
/// they are fed. Nothing is copied but the data of chunks, and a body that outgrows its array. One thread.
final class AnswerReader implements AutoCloseable {

    private enum Stage {
        HEAD,
        LENGTH,
        CHUNKS,
        TO_END,
        DONE
    }

    /// Room for framing between the last byte of a chunked body and its end.
    private static final int FRAMING_ROOM = 64;

    /// A whole answer came, but its body was not kept.
    static final Ending LOST = Ending.broken(Phase.READ, Kind.CLOSED_EARLY, "after a body that was not kept");

    private final Buffers buffers;
    private final int maxBody;
    private final int kept;
    private final Head head = new Head();
    private final Chunks chunks;
    private Space space;
    private Stage stage = Stage.HEAD;
    private int limit;
    private int bodyStart;
    private long passed;
    private long length;
    private boolean open;
    private boolean surplus;
    private Ending ending;

    /// @param space   to read into; closed with this
    /// @param maxBody the cap on the body in bytes, after decompression too; not negative
    /// @param kept    how much of the answer is kept, in bytes: a longer one is counted and checked as it
    ///                passes, and if it comes whole, the end is [#LOST]
    AnswerReader(Buffers buffers, Space space, int maxBody, int kept) {
        this.buffers = buffers;
        this.maxBody = maxBody;
        this.kept = kept;
        this.chunks = new Chunks(maxBody);
        this.space = space;
    }

    /// The array to put bytes into; another one after [#room].
    byte[] space() {
        return space.bytes();
    }

    int position() {
        return limit;
    }

    /// How many bytes may come; at least one, or 0 when it is done, also because there is no memory left.
    int room() {
        if (stage != Stage.DONE && limit == space.size() && !letsPass() && !space.grow(limit, most())) {
            finish(Ending.outOfBuffers());
        }
        return stage == Stage.DONE ? 0 : space.size() - limit;
    }

    /// Of a body that isn't kept only what came first stays: it is shown to people.
    private boolean letsPass() {
        boolean passes = stage != Stage.HEAD && limit >= kept && limit - bodyStart > kept / 2;
        if (passes) {
            int front = Math.max(bodyStart, Line.HEARD);
            passed += limit - front;
            limit = front;
        }
        return passes;
    }

    private long most() {
        return switch (stage) {
            case HEAD, DONE -> Head.LIMIT;
            // One more than stated shows that there is more.
            case LENGTH -> bodyStart + length + 1;
            case CHUNKS -> (long) bodyStart + maxBody + FRAMING_ROOM;
            case TO_END -> (long) bodyStart + maxBody + 1;
        };
    }

    /// So many bytes have come.
    void filled(int n) {
        int from = limit;
        limit += n;
        switch (stage) {
            case HEAD -> head();
            case LENGTH, TO_END -> body();
            case CHUNKS -> chunks(from);
            case DONE -> {}
        }
    }

    private void head() {
        head.read(space.bytes(), limit);
        if (head.fault().isPresent()) {
            finish(head.fault().get());
        } else if (head.end() >= 0) {
            bodyStart = head.end();
            open = Framing.keepsOpen(head, space.bytes());
            begin(Framing.of(head, space.bytes()));
        }
    }

    private void begin(Framing framing) {
        switch (framing) {
            case Framing.NoBody none -> length(0);
            case Framing.Length known -> length(known.bytes());
            case Framing.Chunked chunked -> {
                stage = Stage.CHUNKS;
                chunks(bodyStart);
            }
            case Framing.ToEnd toEnd -> {
                stage = Stage.TO_END;
                open = false;
                body();
            }
            case Framing.Contradiction wrong -> finish(Ending.broken(Phase.READ, Kind.BAD_FRAMING, wrong.detail()));
        }
    }

    private void length(long bytes) {
        if (bytes > maxBody) {
            finish(Ending.tooLarge("a body of " + (bytes == Long.MAX_VALUE ? "endless" : bytes) + " bytes", maxBody));
            return;
        }
        stage = Stage.LENGTH;
        length = bytes;
        body();
    }

    private void body() {
        long come = passed + limit - bodyStart;
        if (stage == Stage.LENGTH && come >= length) {
            surplus = come > length;
            open &= !surplus;
            answered((int) length);
        } else if (stage == Stage.TO_END && come > maxBody) {
            finish(Ending.tooLarge("a body without a stated length", maxBody));
        }
    }

    private void chunks(int from) {
        int to = limit;
        limit = chunks.decode(space.bytes(), from, to, from, passed == 0);
        if (chunks.fault().isPresent()) {
            finish(chunks.fault().get());
        } else if (chunks.whole()) {
            open &= chunks.next() == to;
            answered(limit - bodyStart);
        }
    }

    /// No more bytes will come.
    ///
    /// @param how  [Kind#CLOSED_EARLY] at the stream's end, [Kind#RESET] when it was cut by force
    void cut(Kind how) {
        switch (stage) {
            case DONE -> {}
            case TO_END -> {
                if (how == Kind.CLOSED_EARLY) {
                    answered(limit - bodyStart);
                } else {
                    cutShort(how);
                }
            }
            case HEAD -> {
                head.cut(space.bytes(), limit);
                head.fault().ifPresentOrElse(this::finish, () -> cutShort(how));
            }
            case LENGTH, CHUNKS -> cutShort(how);
        }
    }

    private void cutShort(Kind how) {
        open = false;
        finish(Ending.broken(limit == 0 ? Phase.WAIT : Phase.READ, how, progress()));
    }

    /// How far it has come, in words that end a sentence: `after 12 of 100 body bytes`.
    String progress() {
        long come = passed + limit - bodyStart;
        return switch (stage) {
            case HEAD -> limit == 0 ? "without a byte of an answer" : "after " + limit + " bytes of an answer's head";
            case LENGTH -> "after " + come + " of " + length + " body bytes";
            case CHUNKS -> "after " + come + " bytes of a chunked body";
            case TO_END -> "after " + come + " bytes of a body that ends with the connection";
            case DONE -> "after the answer";
        };
    }

    private void answered(int bodyLength) {
        if (passed > 0) {
            finish(LOST);
            return;
        }
        var body = new WholeBody(head, space, bodyStart, bodyLength);
        finish(body.ending(buffers, maxBody));
        space = body.space();
    }

    private void finish(Ending how) {
        ending = how;
        open &= how instanceof Ending.Answered;
        stage = Stage.DONE;
    }

    /// How it ended; only once it is done.
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /// Whether, by all that was read, the connection is fit for another question.
    boolean open() {
        return open && stage == Stage.DONE;
    }

    /// Whether more came than the length that the answer states.
    boolean surplus() {
        return surplus;
    }

    /// A copy of the first bytes that came, at most [Line#HEARD]; without the framing of chunks.
    byte[] start() {
        return Arrays.copyOf(space.bytes(), Math.min(Math.min(limit, space.size()), Line.HEARD));
    }

    /// Gives the memory back; the answer's body is gone.
    @Override
    public void close() {
        space.close();
    }
}
