package nexus.app.check;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// How many checks are under way, and how many of those have a thread that has not got its turn yet: if
/// these pile up, a machine that catches up would call them all at once. Thread-safe.
final class Running {

    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder begun = new LongAdder();

    /// A thread is being started.
    void started() {
        all.incrementAndGet();
        waiting.incrementAndGet();
    }

    /// It could not be started.
    void failed() {
        waiting.decrementAndGet();
        all.decrementAndGet();
    }

    /// It has got its turn.
    void begun() {
        begun.increment();
        waiting.decrementAndGet();
    }

    void ended() {
        all.decrementAndGet();
    }

    int all() {
        return all.get();
    }

    /// How many have not got their turn yet.
    int waiting() {
        return waiting.get();
    }

    /// How many have ever got their turn.
    long everBegun() {
        return begun.sum();
    }
}
