package nexus.app.check;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// So much a second and no more, with a tenth of a second's worth at once. Thread-safe, never waits.
final class Allowance {

    private static final long DEPTH = TimeUnit.MILLISECONDS.toNanos(100);

    private final long each;
    /// Up to when all is spent, in nanoseconds of the caller's clock; in the past: something is left.
    private final AtomicLong spentUntil = new AtomicLong(Long.MIN_VALUE);

    Allowance(int perSecond) {
        this.each = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /// Takes `count` if anything is left; what is taken too much is missing later.
    boolean take(int count, long now) {
        while (true) {
            long before = spentUntil.get();
            if (before > now) {
                return false;
            }
            if (spentUntil.compareAndSet(before, Math.max(before, now - DEPTH) + count * each)) {
                return true;
            }
        }
    }
}
