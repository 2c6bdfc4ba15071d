package nexus.app.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.spi.ServerConnection;
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
/// for ever, and there are only so many.
final class ConnectionWatch implements Http1ConnectionListener, AutoCloseable {

    private final ClientLimits limits;
    private final LongSupplier nanoTime;
    private final Map<ConnectionContext, WatchedConnection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("api-connections").factory());

    /// @param nanoTime a clock like [System#nanoTime()]
    ConnectionWatch(ClientLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    void start() {
        long period = limits.period().toNanos();
        rounds.scheduleWithFixedDelay(this::round, period, period, TimeUnit.NANOSECONDS);
    }

    /// Takes a new connection under watch.
    WatchedConnection watch(ConnectionContext context, ServerConnection connection) {
        var watched = new WatchedConnection(connection, nanoTime.getAsLong(), () -> connections.remove(context));
        connections.put(context, watched);
        return watched;
    }

    /// Looks at every connection once.
    void round() {
        long now = nanoTime.getAsLong();
        connections.values().forEach(connection -> connection.check(limits, now));
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
