package fleet;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/// Connections to come back to after a wait that is the same for all: so a plain queue is in order of time.
final class Later {
    private final ArrayDeque<Due> queue = new ArrayDeque<>();
    private final long waitNanos;

    Later(long waitMillis) {
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
    }

    void add(Visit visit) {
        queue.add(new Due(visit, System.nanoTime() + waitNanos));
    }

    /// Milliseconds until the first is due, rounded up; `longest` if there is none before.
    long millisToNext(long now, long longest) {
        Due first = queue.peek();
        return first == null ? longest : Math.clamp((first.at - now + 999_999) / 1_000_000, 0, longest);
    }

    /// The next that is due, taken out; null if none is.
    Visit poll(long now) {
        Due first = queue.peek();
        return first == null || first.at - now > 0 ? null : queue.remove().visit;
    }

    private record Due(Visit visit, long at) {}
}
