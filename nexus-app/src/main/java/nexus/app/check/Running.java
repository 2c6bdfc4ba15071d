package nexus.app.check;

import java.util.concurrent.atomic.AtomicInteger;

/// How many checks are under way, and how many of those have a thread that has not got its turn yet: if
/// these pile up, a machine that catches up would call them all at once. Thread-safe.
final class Running {

    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

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
        waiting.decrementAndGet();
    }

    void ended() {
        all.decrementAndGet();
    }

    /// How many more may be started.
    ///
    /// @param most  that may be under way
    /// @param crowd of those, that may wait for their turn
    int places(int most, double crowd) {
        return Math.min(most - all.get(), (int) Math.ceil(crowd) - waiting.get());
    }
}
