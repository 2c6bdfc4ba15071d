package nexus.app.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nexus.app.events.Intake.Seen;
import nexus.app.health.BackendStatus;
import nexus.app.log.Log;
import nexus.app.registry.Change;
import nexus.app.registry.Observer;
import nexus.app.registry.Renewal;

/// All that happened, in order, for whoever wants to know. Thread-safe.
///
/// As an observer it only offers to a queue. Everything else is done by one thread that numbers, one that stores,
/// and those of the readers.
public final class EventLog implements Observer, AutoCloseable {

    private static final Log LOG = Log.of("events");
    private static final Duration LAST_NUMBERS = Duration.ofMillis(200);
    private static final Duration LAST_WRITES = Duration.ofMillis(250);

    private final RecentEvents recent = new RecentEvents();
    private final EventStore store;
    private final InstantSource clock;
    private final Map<String, BackendStatus> lastKnown;
    private final Ids ids;
    private final Intake intake;
    private final Numbering numbering;
    private final StoreWriter writer;
    private boolean closed;

    private EventLog(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.ids = Ids.after(store, clock);
        this.lastKnown = Map.copyOf(store.lastKnown());
        this.intake = new Intake();
        this.numbering = new Numbering(intake, ids, recent, new Reporter(lastKnown), clock);
        this.writer = new StoreWriter(store, ids, new Subscription(this, ids.last()));
    }

    /// Begins a run: what was lost of the one before is told, and that Nexus has started.
    ///
    /// @throws EventStoreException if the store can't be used
    public static EventLog start(EventStore store, InstantSource clock, String version) {
        var log = new EventLog(store, clock);
        log.numbering.begin(version);
        log.writer.start();
        return log;
    }

    @Override
    public void checked(Change change) {
        if (Reporter.isNews(change)) {
            intake.offer(new Seen.OfBackend(clock.instant(), change));
        }
    }

    @Override
    public void fleetChanged(Renewal renewal) {
        intake.offer(new Seen.OfFleet(clock.instant(), renewal));
    }

    /// Tells something that is not seen in the registry. Never waits.
    public void tell(Happening what) {
        intake.offer(new Seen.Told(clock.instant(), what));
    }

    /// The events above a number, in order; the first of them may be a [Happening.Lost] that names what is no longer
    /// known, and so may be any other. Above a number that was never told here, one that says so.
    ///
    /// @param id    0: from the oldest that is known
    /// @param limit how many at most; positive
    /// @throws EventStoreException if they are in the store and can't be read
    public List<Event> since(long id, int limit) {
        long last = recent.last();
        if (id > last) {
            return List.of(new Event(last, clock.instant(), new Happening.Lost(last + 1, id)));
        }
        return recent.after(id, limit).orElseGet(() -> older(id, limit));
    }

    private List<Event> older(long id, int limit) {
        var stored = store.since(id, limit);
        return Gaps.told(id, stored.isEmpty() ? recent.oldest(limit) : stored);
    }

    /// The newest events, as many as are in memory.
    ///
    /// @param limit how many at most; positive
    public List<Event> newest(int limit) {
        return recent.newest(limit);
    }

    /// Begins to read after the newest event.
    public Subscription subscribe() {
        return new Subscription(this, recent.last());
    }

    /// Begins to read above a number, as [#since].
    public Subscription subscribe(long id) {
        return new Subscription(this, id);
    }

    /// The number of the newest event.
    public long last() {
        return recent.last();
    }

    /// What was known of each backend when the run before this one ended; empty where no store keeps it.
    public Map<String, BackendStatus> lastKnown() {
        return lastKnown;
    }

    boolean isRecent(long id) {
        return recent.holds(id);
    }

    boolean isClosed() {
        return recent.isClosed();
    }

    void await(long id, Duration wait) throws InterruptedException {
        recent.await(id, wait.toNanos());
    }

    /// Tells that Nexus stops, ends all subscriptions and stores what is not stored yet; waits less than half a
    /// second for it. Closing twice is harmless.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            numbering.end(LAST_NUMBERS);
            recent.close();
            if (writer.finish(LAST_WRITES)) {
                store.settle(recent.last());
            } else {
                LOG.warn("the last events are not stored, the next start will tell them as lost");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (EventStoreException e) {
            LOG.warn("the end of the events is not stored", "problem", e.getMessage());
        }
    }
}
