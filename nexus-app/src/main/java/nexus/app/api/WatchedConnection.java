package nexus.app.api;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// A client's connection, with a note of what it has been waiting for and since when.
final class WatchedConnection implements ServerConnection, InterruptableTask<Void> {

    /// What a connection waits for.
    enum Stage {
        IDLE,
        HEAD,
        ANSWER
    }

    private record Moment(Stage stage, long sinceNanos) {}

    private final ServerConnection connection;
    private final Runnable atEnd;
    private final AtomicReference<Moment> moment;
    private final AtomicReference<Thread> handling = new AtomicReference<>();

    /// @param atEnd called once, when the connection is done
    WatchedConnection(ServerConnection connection, long nowNanos, Runnable atEnd) {
        this.connection = connection;
        this.atEnd = atEnd;
        this.moment = new AtomicReference<>(new Moment(Stage.IDLE, nowNanos));
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        handling.set(Thread.currentThread());
        try {
            connection.handle(limit);
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

    /// Ends the connection if it waits for longer than it may.
    ///
    /// @return whether it did
    boolean check(ClientLimits limits, long nowNanos) {
        var now = moment.get();
        if (now.stage() == Stage.ANSWER && canInterrupt()) {
            // The answer is out: the web server waits for the next request's first line.
            moment.compareAndSet(now, new Moment(Stage.IDLE, nowNanos));
            return false;
        }
        boolean late = nowNanos - now.sinceNanos() > limit(limits, now.stage()).toNanos();
        if (late) {
            interrupt();
        }
        return late;
    }

    private static Duration limit(ClientLimits limits, Stage stage) {
        return switch (stage) {
            case IDLE -> limits.idle();
            case HEAD -> limits.head();
            case ANSWER -> limits.answer();
        };
    }

    private void interrupt() {
        var thread = handling.get();
        if (thread != null) {
            thread.interrupt();
        }
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
