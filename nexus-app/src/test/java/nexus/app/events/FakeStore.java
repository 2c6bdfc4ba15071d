package nexus.app.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nexus.app.health.BackendStatus;

/// A store that outlives a log, as a file outlives a process; it fails or hangs when told to.
public final class FakeStore implements EventStore {

    private final List<Event> events = new ArrayList<>();
    private long reserved;
    private boolean opened;
    private boolean failing;
    private boolean unreadable;
    private int reads;
    private CountDownLatch door = new CountDownLatch(0);

    public synchronized void fail(boolean now) {
        failing = now;
    }

    public synchronized void failReads(boolean now) {
        unreadable = now;
    }

    /// How often somebody tried to read.
    public synchronized int reads() {
        return reads;
    }

    /// Every write waits from now on.
    public synchronized CountDownLatch hang() {
        door = new CountDownLatch(1);
        return door;
    }

    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /// What another process finds while this one is still there: its writes go nowhere.
    public synchronized FakeStore copied() {
        var copy = new FakeStore();
        copy.events.addAll(events);
        copy.reserved = reserved;
        return copy;
    }

    @Override
    public synchronized long reserved() {
        opened = true;
        return reserved;
    }

    @Override
    public synchronized long last() {
        return events.isEmpty() ? 0 : events.getLast().id();
    }

    @Override
    public synchronized Map<String, BackendStatus> lastKnown() {
        if (!opened) {
            throw new IllegalStateException("the numbers are asked for first");
        }
        Map<String, BackendStatus> known = new HashMap<>();
        for (var event : events) {
            if (event.what() instanceof Happening.StatusChanged status && status.to() != BackendStatus.UNKNOWN) {
                known.put(status.backend(), status.to());
            }
        }
        return known;
    }

    @Override
    public synchronized void reserve(long upTo) {
        check();
        reserved = upTo;
    }

    @Override
    public void append(List<Event> more) {
        try {
            door().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted", e);
        }
        synchronized (this) {
            check();
            events.addAll(more);
        }
    }

    private synchronized CountDownLatch door() {
        return door;
    }

    @Override
    public synchronized List<Event> since(long id, int limit) {
        reads++;
        if (unreadable) {
            throw new EventStoreException("the connection broke", new IOException());
        }
        return events.stream().filter(event -> event.id() > id).limit(limit).toList();
    }

    @Override
    public synchronized void settle(long last) {
        check();
        reserved = last;
    }

    private void check() {
        if (failing) {
            throw new EventStoreException("the disk is full", new IOException());
        }
    }
}
