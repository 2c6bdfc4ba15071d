package nexus.app.api;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// A client's connection, with a note of what it has been waiting for and since when.
final class WatchedConnection implements ServerConnection, InterruptableTask<Void> {

    /// What a connection waits for.
    enum Stage {
        IDLE,
        HEAD,
        ANSWER,
        /// For news to tell: as long as it takes.
        NEWS,
        /// For the client to take what was told.
        TELLING
    }

    private static final ScopedValue<WatchedConnection> CURRENT = ScopedValue.newInstance();

    private record Moment(Stage stage, long sinceNanos) {}

    private final ServerConnection connection;
    private final Runnable atEnd;
    private final LongSupplier nanoTime;
    private final AtomicReference<Runnable> atStream = new AtomicReference<>(() -> {});
    private final AtomicReference<Moment> moment;
    private final AtomicReference<Thread> handling = new AtomicReference<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /// @param nanoTime the clock of all times that it is told
    /// @param atEnd    called once, when the connection is done
    WatchedConnection(ServerConnection connection, LongSupplier nanoTime, Runnable atEnd) {
        this.connection = connection;
        this.atEnd = atEnd;
        this.nanoTime = nanoTime;
        this.moment = new AtomicReference<>(new Moment(Stage.IDLE, nanoTime.getAsLong()));
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        handling.set(Thread.currentThread());
        try {
            ScopedValue.where(CURRENT, this).call(() -> {
                connection.handle(limit);
                return true;
            });
        } finally {
            handling.set(null);
            atEnd.run();
        }
    }

    /// Bytes arrived: the first ones begin a request; more of them win a slow client no time.
    void received(long nowNanos) {
        var now = moment.get();
        if (now.stage() == Stage.IDLE) {
            moment.compareAndSet(now, new Moment(Stage.HEAD, nowNanos));
        }
    }

    /// The request line of a request is complete, its headers are not.
    void named(long nowNanos) {
        var now = moment.get();
        if (now.stage() != Stage.HEAD) {
            moment.compareAndSet(now, new Moment(Stage.HEAD, nowNanos));
        }
    }

    /// The headers are complete; the rest is its body and our answer.
    void understood(long nowNanos) {
        moment.set(new Moment(Stage.ANSWER, nowNanos));
    }

    /// The connection whose request this thread answers; empty outside of a server.
    static Optional<WatchedConnection> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The answer goes on as long as there are news; none are waiting now.
    void awaitsNews() {
        moment.set(new Moment(Stage.NEWS, nanoTime.getAsLong()));
    }

    /// News are being sent: this is a race with the clock again.
    void tells() {
        moment.set(new Moment(Stage.TELLING, nanoTime.getAsLong()));
    }

    /// What is to be done to the socket when a stream begins.
    void atStream(Runnable action) {
        atStream.set(action);
    }

    /// The answer will be a stream of events.
    void beginStream() {
        atStream.get().run();
        awaitsNews();
    }

    /// Whether a request is being answered: not while the next one is waited for.
    boolean isAnswering() {
        return switch (moment.get().stage()) {
            case IDLE, HEAD -> false;
            case ANSWER, NEWS, TELLING -> !canInterrupt();
        };
    }

    /// Whether events are told on it.
    boolean isStreaming() {
        return switch (moment.get().stage()) {
            case IDLE, HEAD, ANSWER -> false;
            case NEWS, TELLING -> true;
        };
    }

    /// When it began to wait for what it waits for.
    long sinceNanos() {
        return moment.get().sinceNanos();
    }

    /// Whether the connection waits for longer than it may.
    boolean check(ClientLimits limits, long nowNanos) {
        var now = moment.get();
        if (now.stage() == Stage.ANSWER && canInterrupt()) {
            // The answer is out: the web server waits for the next request's first line.
            moment.compareAndSet(now, new Moment(Stage.IDLE, nowNanos));
            return false;
        }
        return now.stage() != Stage.NEWS
                && nowNanos - now.sinceNanos() > limit(limits, now.stage()).toNanos();
    }

    private static Duration limit(ClientLimits limits, Stage stage) {
        return switch (stage) {
            case IDLE -> limits.idle();
            case HEAD -> limits.head();
            case ANSWER, NEWS -> limits.answer();
            case TELLING -> limits.telling();
        };
    }

    /// Interrupts what it waits in, the gentle way to end it.
    ///
    /// @return false if that was tried before, or there is nothing to interrupt
    boolean interrupt() {
        var thread = handling.get();
        if (thread == null || !interrupted.compareAndSet(false, true)) {
            return false;
        }
        thread.interrupt();
        return true;
    }

    @Override
    public boolean canInterrupt() {
        return connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }
}
