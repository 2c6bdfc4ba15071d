package nexus.app.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The last events, in memory. One thread adds, many read and wait; all hold the lock for microseconds.
final class RecentEvents {

    static final int CAPACITY = 10_000;
    /// In characters of names and texts. Ten thousand usual events have less than two million.
    static final long MAX_WEIGHT = 16_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Event[] ring = new Event[CAPACITY];
    private int first;
    private int size;
    private long weight;
    private boolean closed;

    void add(List<Event> events) {
        lock.lock();
        try {
            events.forEach(this::add);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(Event event) {
        long more = Weight.of(event.what());
        while (size == CAPACITY || (size > 0 && weight + more > MAX_WEIGHT)) {
            weight -= Weight.of(ring[first].what());
            ring[first] = null;
            first = (first + 1) % CAPACITY;
            size--;
        }
        ring[(first + size) % CAPACITY] = event;
        size++;
        weight += more;
    }

    /// The events above a number; empty if some of them are not here any more.
    Optional<List<Event>> after(long id, int limit) {
        lock.lock();
        try {
            return isHeld(id) ? Optional.of(copy(indexAfter(id), limit)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// The oldest that are here.
    List<Event> oldest(int limit) {
        lock.lock();
        try {
            return copy(0, limit);
        } finally {
            lock.unlock();
        }
    }

    List<Event> newest(int limit) {
        lock.lock();
        try {
            return copy(Math.max(0, size - limit), limit);
        } finally {
            lock.unlock();
        }
    }

    /// Whether no event above a number has gone from here.
    boolean holds(long id) {
        lock.lock();
        try {
            return isHeld(id);
        } finally {
            lock.unlock();
        }
    }

    /// The newest event's number; 0 if there was none yet.
    long last() {
        lock.lock();
        try {
            return newest();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is an event above a number, for at most so long, or until [#close].
    void await(long id, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (newest() <= id && left > 0 && !closed) {
                left = added.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nothing will be added any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isHeld(long id) {
        return size > 0 && id >= at(0).from() - 1;
    }

    private long newest() {
        return size == 0 ? 0 : at(size - 1).id();
    }

    private Event at(int index) {
        return ring[(first + index) % CAPACITY];
    }

    private int indexAfter(long id) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle).id() <= id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Event> copy(int from, int limit) {
        int count = Math.min(limit, size - from);
        var events = new ArrayList<Event>(Math.max(0, count));
        for (int i = from; i < from + count; i++) {
            events.add(at(i));
        }
        return events;
    }
}
