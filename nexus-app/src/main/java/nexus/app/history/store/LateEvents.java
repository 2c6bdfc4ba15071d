package nexus.app.history.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import nexus.app.events.Event;
import nexus.app.events.EventStore;
import nexus.app.events.EventStoreException;
import nexus.app.health.BackendStatus;

/// Lets a run begin though the database is slow, broken or away: after a while as if nothing were kept. Its numbers
/// are those of the time then, above all of before, and what happens is stored as soon as that can be done.
final class LateEvents implements EventStore {

    /// Numbers that are reserved while the database is opened: more than the first block that is asked for at the
    /// start, which so needs no second wait.
    private static final long AHEAD = 20_000;
    /// So long it is tried: a little less than the program waits.
    private static final Duration OPENING = Duration.ofMillis(1500);
    private static final Duration RETRY = Duration.ofMillis(100);

    private record Known(long reserved, long last, Map<String, BackendStatus> lastKnown, long promised) {
        static final Known NOTHING = new Known(0, 0, Map.of(), 0);
    }

    private final StoredEvents stored;
    private final InstantSource clock;
    private final Duration patience;
    private final CompletableFuture<Known> opened = new CompletableFuture<>();
    private Known known = Known.NOTHING;
    /// The highest number that may be told; 0 before the first.
    private long promised;
    /// The numbers of this run are not yet known to the database.
    private boolean owing;

    /// @param patience the most that the start of the program waits
    LateEvents(StoredEvents stored, InstantSource clock, Duration patience) {
        this.stored = stored;
        this.clock = clock;
        this.patience = patience;
    }

    /// Reads what there is, as long as it takes, and proves that it can be written.
    void open() {
        var found = Known.NOTHING;
        long start = System.nanoTime();
        try {
            while (found == Known.NOTHING) {
                found = opened(System.nanoTime() - start < OPENING.toNanos());
            }
        } catch (RuntimeException _) {
            // Whoever writes next finds out too, and tells.
        } finally {
            opened.complete(found);
        }
    }

    /// @param again whether a database that fails may only be starting: it is given a moment
    private Known opened(boolean again) {
        try {
            long last = stored.last();
            long reserved = Math.max(stored.reserved(), last);
            long ahead = (reserved == 0 ? clock.millis() : reserved) + AHEAD;
            var found = new Known(reserved, last, stored.lastKnown(), ahead);
            stored.reserve(ahead);
            return found;
        } catch (EventStoreException e) {
            if (!again || !(e.getCause() instanceof SQLException)) {
                throw e;
            }
            LockSupport.parkNanos(RETRY.toNanos());
            return Known.NOTHING;
        }
    }

    @Override
    public long reserved() {
        known = waitedFor();
        promised = known.promised();
        owing = promised == 0;
        return known.reserved();
    }

    private Known waitedFor() {
        try {
            return opened.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return Known.NOTHING;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Known.NOTHING;
        }
    }

    @Override
    public long last() {
        return known.last();
    }

    @Override
    public Map<String, BackendStatus> lastKnown() {
        return known.lastKnown();
    }

    /// The first call never fails: the program starts with it.
    @Override
    public void reserve(long upTo) {
        if (promised == 0) {
            promised = upTo;
        } else if (upTo > promised) {
            stored.reserve(upTo);
            promised = upTo;
        }
    }

    @Override
    public void append(List<Event> events) {
        if (owing) {
            if (stored.last() >= events.getFirst().id()) {
                throw new EventStoreException(
                        "the numbers of this run are below those that are kept, since the clock was set back:"
                                + " its events are kept after the next start",
                        null);
            }
            stored.reserve(promised);
            owing = false;
        }
        stored.append(events);
    }

    @Override
    public List<Event> since(long id, int limit) {
        return stored.since(id, limit);
    }

    @Override
    public void settle(long last) {
        if (owing) {
            throw new EventStoreException("nothing of this run could be kept", null);
        }
        stored.settle(last);
    }
}
