package nexus.app.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nexus.app.log.Log;

/// Takes events to the store, on a thread of its own: it reads the log like everybody else, so that a store that
/// hangs or fails holds up nobody. What it can't store in time is missing in the store, and told as lost there.
final class StoreWriter {

    private static final Log LOG = Log.of("events");
    private static final int BATCH = 1000;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /// How long it waits for events before it looks at its numbers again.
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final long TOLD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final EventStore store;
    private final Ids ids;
    private final Subscription events;
    private final Duration again;
    private final Thread thread;
    private boolean failing;
    private long toldAt;
    private volatile boolean complete;

    StoreWriter(EventStore store, Ids ids, Subscription events) {
        this(store, ids, events, AGAIN);
    }

    /// @param again how long it waits after the store failed
    StoreWriter(EventStore store, Ids ids, Subscription events, Duration again) {
        this.store = store;
        this.ids = ids;
        this.events = events;
        this.again = again;
        this.thread = Thread.ofPlatform().daemon().name("nexus-events-store").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Waits for the last events to be stored after the log has ended, at most so long.
    ///
    /// @return whether all were
    boolean finish(Duration patience) throws InterruptedException {
        thread.join(patience);
        thread.interrupt();
        return complete;
    }

    private void run() {
        try {
            while (!events.isEnded()) {
                var batch = next();
                if (!batch.isEmpty()) {
                    store(batch);
                }
            }
            complete = true;
        } catch (InterruptedException _) {
            // The program ends before the store is done: the next start takes it for a crash.
        }
    }

    /// After a long trouble the next events are no longer in memory: what is asked for them is the store itself.
    private List<Event> next() throws InterruptedException {
        try {
            return events.next(BATCH, IDLE);
        } catch (EventStoreException e) {
            failed(e);
            Thread.sleep(again);
            return List.of();
        }
    }

    private void store(List<Event> batch) throws InterruptedException {
        while (true) {
            try {
                ids.reserve();
                store.append(batch);
                healed();
                return;
            } catch (RuntimeException e) {
                failed(e);
                Thread.sleep(again);
            }
        }
    }

    private void failed(RuntimeException fault) {
        String problem = fault instanceof EventStoreException known
                ? known.getMessage()
                : fault.getClass().getName();
        long now = System.nanoTime();
        if (!failing) {
            toldAt = now;
            LOG.warn("events can't be stored, tried again", "problem", problem);
        } else if (now - toldAt >= TOLD_NANOS) {
            toldAt = now;
            LOG.debug("events still can't be stored", "problem", problem);
        }
        failing = true;
    }

    private void healed() {
        if (failing) {
            failing = false;
            LOG.info("events are stored again", "last_id", events.position());
        }
    }
}
