package nexus.app.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nexus.app.registry.Change;
import nexus.app.registry.Renewal;

/// The one queue from those who see to the thread that tells. Nobody waits at its door: what finds no place is
/// counted.
final class Intake {

    static final int CAPACITY = 65_536;
    private static final int BATCH = 1000;

    /// What was seen, and when.
    sealed interface Seen {
        Instant at();

        record OfBackend(Instant at, Change change) implements Seen {}

        record OfFleet(Instant at, Renewal renewal) implements Seen {}

        record Told(Instant at, Happening what) implements Seen {}
    }

    private final BlockingQueue<Seen> queue;
    private final AtomicLong refused = new AtomicLong();

    Intake() {
        this(CAPACITY);
    }

    Intake(int capacity) {
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    void offer(Seen seen) {
        if (!queue.offer(seen)) {
            refused.incrementAndGet();
        }
    }

    /// What was seen since the last call, in order; waits for the first, for at most so long.
    List<Seen> take(long waitNanos) throws InterruptedException {
        var seen = new ArrayList<Seen>();
        var first = queue.poll(waitNanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            seen.add(first);
            queue.drainTo(seen, BATCH - 1);
        }
        return seen;
    }

    /// How many found no place since the last call.
    long refused() {
        return refused.get() == 0 ? 0 : refused.getAndSet(0);
    }
}
