package nexus.app.events;

import java.time.Duration;
import java.util.List;

/// A reader's place in the log: it pulls, in its own time. For one thread at a time.
///
/// Nothing is kept for a reader that is late: it reads from what the log has anyway, and is told by a
/// [Happening.Lost] what has gone.
public final class Subscription {

    private final EventLog log;
    private long position;

    Subscription(EventLog log, long position) {
        this.log = log;
        this.position = position;
    }

    /// The number of the last event that was read.
    public long position() {
        return position;
    }

    /// The next events in order; empty if there are none within this time, or the log has ended.
    ///
    /// @param limit how many at most; positive
    /// @throws EventStoreException if they are in the store and can't be read; the position stays
    public List<Event> next(int limit, Duration wait) throws InterruptedException {
        if (position == log.last()) {
            log.await(position, wait);
        }
        var events = position == log.last() ? List.<Event>of() : log.since(position, limit);
        if (!events.isEmpty()) {
            position = events.getLast().id();
        }
        return events;
    }

    /// Whether its next event is no longer in memory, so that it reads from the store or has lost some.
    public boolean isBehind() {
        return !log.isRecent(position);
    }

    /// Whether the log has ended and all of it was read.
    public boolean isEnded() {
        return log.isClosed() && position >= log.last();
    }
}
