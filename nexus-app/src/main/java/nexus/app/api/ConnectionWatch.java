package nexus.app.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Ends connections of clients that are too slow. Thread-safe.
///
/// Helidon 4.5.0 never applies its read timeout: half a request, or one that drips, would hold a connection
/// for ever, and there are only so many ([Shares]). The same holds for TLS handshakes.
final class ConnectionWatch implements Http1ConnectionListener, AutoCloseable {

    private final ClientLimits limits;
    private final Shares shares;
    private final LongSupplier nanoTime;
    private final Map<Accepted.Ends, Accepted> accepted = new ConcurrentHashMap<>();
    private final Map<ConnectionContext, WatchedConnection> connections = new ConcurrentHashMap<>();
    /// Set before the last look at all connections: who comes later is cut at the door.
    private volatile boolean over;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("api-connections").factory());

    /// @param nanoTime a clock like [System#nanoTime()]
    ConnectionWatch(ClientLimits limits, Shares shares, LongSupplier nanoTime) {
        this.limits = limits;
        this.shares = shares;
        this.nanoTime = nanoTime;
    }

    void start() {
        long period = limits.period().toNanos();
        rounds.scheduleWithFixedDelay(this::round, period, period, TimeUnit.NANOSECONDS);
    }

    /// Takes a new connection under watch; another one is cut if its peer has more than its share now.
    void accepted(SocketChannel channel) {
        try {
            var ends = new Accepted.Ends(channel.getRemoteAddress(), channel.getLocalAddress());
            if (ends.remote() instanceof InetSocketAddress remote) {
                var newcomer = new Accepted(channel, PeerNetwork.of(remote.getAddress()), nanoTime.getAsLong());
                accepted.put(ends, newcomer);
                forgetClosed();
                shares.surplus(requesting(), newcomer).ifPresent(Accepted::cut);
                if (over) {
                    newcomer.cut();
                }
            }
        } catch (IOException e) {
            // It is gone already; whoever reads from it next finds out.
        }
    }

    private List<Accepted> requesting() {
        return accepted.values().stream().filter(one -> !one.isStreaming()).toList();
    }

    /// Its handshake is done, its first request begins.
    WatchedConnection watch(ConnectionContext context, ServerConnection connection) {
        var watched = new WatchedConnection(connection, nanoTime, () -> connections.remove(context));
        connections.put(context, watched);
        var ends = new Accepted.Ends(
                context.remotePeer().address(), context.localPeer().address());
        Optional.ofNullable(accepted.get(ends)).ifPresent(known -> known.handled(watched));
        return watched;
    }

    /// Looks at every connection once.
    void round() {
        long now = nanoTime.getAsLong();
        forgetClosed();
        accepted.values().forEach(connection -> connection.check(limits, now));
    }

    /// How many are open.
    int open() {
        forgetClosed();
        return accepted.size();
    }

    /// Ends what is still open, and whoever was just being accepted.
    void cutAll() {
        over = true;
        accepted.values().forEach(Accepted::cut);
    }

    private void forgetClosed() {
        accepted.values().removeIf(connection -> !connection.isOpen());
    }

    @Override
    public void data(ConnectionContext context, BufferData data) {
        of(context).ifPresent(connection -> connection.received(nanoTime.getAsLong()));
    }

    @Override
    public void data(ConnectionContext context, byte[] data, int position, int length) {
        of(context).ifPresent(connection -> connection.received(nanoTime.getAsLong()));
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        of(context).ifPresent(connection -> connection.named(nanoTime.getAsLong()));
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        of(context).ifPresent(connection -> connection.understood(nanoTime.getAsLong()));
    }

    private Optional<WatchedConnection> of(ConnectionContext context) {
        return Optional.ofNullable(connections.get(context));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
