package nexus.app.events;

import java.time.InstantSource;
import java.util.Optional;

/// The numbers of events. They are reserved in the store in blocks before they are told, so that after a crash new
/// ones start above all that anybody has heard of.
///
/// [#next] and [#skip] belong to the thread that numbers, [#reserve] to the one that stores.
final class Ids {

    /// So many are reserved at a time, and again when half of them are used: a store that is away for a while
    /// is no trouble.
    static final int BLOCK = 10_000;

    private final EventStore store;
    /// What an earlier run may have told, and did not store.
    private final Optional<Happening.Lost> lost;
    private volatile long last;
    private volatile long reserved;

    private Ids(EventStore store, long last, Optional<Happening.Lost> lost) {
        this.store = store;
        this.last = last;
        this.reserved = last;
        this.lost = lost;
    }

    /// Continues where the store ends, and reserves the first block. A store that knows nothing begins with the
    /// time in milliseconds: so its numbers never repeat those of another.
    ///
    /// @throws EventStoreException if the store can't be used
    static Ids after(EventStore store, InstantSource clock) {
        long told = store.reserved();
        long stored = store.last();
        var ids = told == 0
                ? new Ids(store, clock.millis(), Optional.empty())
                : new Ids(
                        store,
                        told,
                        told > stored ? Optional.of(new Happening.Lost(stored + 1, told)) : Optional.empty());
        ids.reserve();
        return ids;
    }

    Optional<Happening.Lost> lost() {
        return lost;
    }

    long next() {
        return ++last;
    }

    /// Uses up so many numbers without telling them.
    Happening.Lost skip(long count) {
        long from = last + 1;
        last += count;
        return new Happening.Lost(from, last);
    }

    long last() {
        return last;
    }

    /// Reserves the next block if it is time.
    ///
    /// @throws EventStoreException if it could not: to be tried again
    void reserve() {
        long wanted = last + BLOCK;
        if (wanted - reserved > BLOCK / 2) {
            store.reserve(wanted);
            reserved = wanted;
        }
    }
}
