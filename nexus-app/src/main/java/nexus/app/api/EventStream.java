package nexus.app.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nexus.app.events.Event;
import nexus.app.events.Subscription;

/// One client's stream: writes events as they come, on the thread of its request. Bytes leave in pieces,
/// each of which the client has to take within [ClientLimits#telling()].
final class EventStream {

    /// How often a line is sent though nothing happened: so both ends notice when the other is gone.
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /// What a browser waits before it connects again, in milliseconds.
    private static final byte[] RETRY = bytes("retry: 2000\n\n");
    private static final byte[] BEAT = bytes(":\n\n");
    private static final int BATCH = 256;
    private static final int PIECE_BYTES = 16 << 10;

    private final Subscription events;
    private final Predicate<Event> wanted;
    private final EventFrames frames;
    private final OutputStream out;
    private final Optional<WatchedConnection> watched;
    private long wroteAt;

    /// @param watched told when the client is waited for
    EventStream(
            Subscription events,
            Predicate<Event> wanted,
            EventFrames frames,
            OutputStream out,
            Optional<WatchedConnection> watched) {
        this.events = events;
        this.wanted = wanted;
        this.frames = frames;
        this.out = out;
        this.watched = watched;
    }

    /// Writes until the log ends, or the client has fallen behind what the log keeps in memory.
    ///
    /// @param first what is already read
    /// @throws IOException          if the client is gone or was cut
    /// @throws InterruptedException if the server stops
    void run(List<Event> first) throws IOException, InterruptedException {
        write(RETRY);
        tell(first);
        boolean live = !events.isBehind();
        while (!events.isEnded() && !(live && events.isBehind())) {
            var news = events.next(BATCH, untilHeartbeat());
            tell(news);
            live |= !events.isBehind();
            if (untilHeartbeat().isZero()) {
                write(BEAT);
            }
        }
    }

    private void tell(List<Event> news) throws IOException {
        var piece = new ByteArrayOutputStream();
        for (var event : news) {
            if (wanted.test(event)) {
                piece.writeBytes(frames.of(event));
            }
            if (piece.size() >= PIECE_BYTES) {
                write(piece.toByteArray());
                piece.reset();
            }
        }
        if (piece.size() > 0) {
            write(piece.toByteArray());
        }
    }

    private void write(byte[] piece) throws IOException {
        watched.ifPresent(WatchedConnection::tells);
        out.write(piece);
        out.flush();
        wroteAt = System.nanoTime();
        watched.ifPresent(WatchedConnection::awaitsNews);
    }

    private Duration untilHeartbeat() {
        var left = HEARTBEAT.minusNanos(System.nanoTime() - wroteAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
