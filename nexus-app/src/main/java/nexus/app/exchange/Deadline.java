package nexus.app.exchange;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A moment on a monotonic clock by which an exchange is over, whatever phase it is in. Immutable.
public final class Deadline {

    private final long at;
    private final LongSupplier nanoTime;

    private Deadline(long at, LongSupplier nanoTime) {
        this.at = at;
        this.nanoTime = nanoTime;
    }

    /// So long from now, by the JVM's own clock.
    public static Deadline after(Duration length) {
        return after(length, System::nanoTime);
    }

    /// So long from now.
    ///
    /// @param length   up to 292 years; zero or negative has passed already
    /// @param nanoTime a clock like `System::nanoTime`
    public static Deadline after(Duration length, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + length.toNanos(), nanoTime);
    }

    /// The earlier of this one and so long from now.
    public Deadline sooner(Duration length) {
        Deadline other = after(length, nanoTime);
        return other.at - at < 0 ? other : this;
    }

    /// What is left in nanoseconds; 0 once it has passed.
    public long remainingNanos() {
        return Math.max(0, at - nanoTime.getAsLong());
    }

    public boolean passed() {
        return remainingNanos() == 0;
    }

    /// Whether it passed so long ago.
    boolean passedBy(Duration length) {
        return nanoTime.getAsLong() - at >= length.toNanos();
    }

    /// What is left in whole milliseconds, rounded up: a wait of so long ends after the deadline, never before.
    int remainingMillis() {
        return (int) Math.min(Integer.MAX_VALUE, (remainingNanos() + 999_999) / 1_000_000);
    }
}
