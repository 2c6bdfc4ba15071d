package nexus.app.api;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A connection from the moment that it was accepted: at first in its TLS handshake, if there is one, then
/// watched request by request. Thread-safe.
final class Accepted {

    /// Both ends of a connection; no two open ones share them.
    record Ends(SocketAddress remote, SocketAddress local) {}

    private static final int STREAM_BUFFER_BYTES = 32 << 10;

    private final SocketChannel channel;
    private final PeerNetwork peer;
    private final long sinceNanos;
    private final AtomicReference<WatchedConnection> watched = new AtomicReference<>();

    Accepted(SocketChannel channel, PeerNetwork peer, long nowNanos) {
        this.channel = channel;
        this.peer = peer;
        this.sinceNanos = nowNanos;
    }

    PeerNetwork peer() {
        return peer;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /// Its handshake is done.
    void handled(WatchedConnection connection) {
        connection.atStream(this::narrow);
        watched.set(connection);
    }

    /// Whether a request of it is being answered.
    boolean isAnswering() {
        return connection().filter(WatchedConnection::isAnswering).isPresent();
    }

    /// Whether it is told events for as long as it likes.
    boolean isStreaming() {
        return connection().filter(WatchedConnection::isStreaming).isPresent();
    }

    /// When it began to wait for what it waits for.
    long sinceNanos() {
        return connection().map(WatchedConnection::sinceNanos).orElse(sinceNanos);
    }

    /// Ends it if it waits for longer than it may. A handshake may take as long as a head.
    void check(ClientLimits limits, long nowNanos) {
        var connection = connection();
        if (connection.isPresent()) {
            if (connection.get().check(limits, nowNanos) && !connection.get().interrupt()) {
                cut();
            }
        } else if (nowNanos - sinceNanos > limits.head().toNanos()) {
            cut();
        }
    }

    /// Of a stream, a little on its way is enough; and who never reads is noticed the sooner.
    private void narrow() {
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, STREAM_BUFFER_BYTES);
        } catch (IOException e) {
            // It is gone already, as the next write will find out.
        }
    }

    /// Ends it at once.
    void cut() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to end.
        }
    }

    private Optional<WatchedConnection> connection() {
        return Optional.ofNullable(watched.get());
    }
}
