package nexus.app;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what another thread will bring about: asks again and again, within a bound that only a broken
/// program reaches.
public final class Eventually {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(15);

    private Eventually() {}

    /// The first value that is as wanted.
    ///
    /// @param what names the wish in the failure, with the last value seen
    public static <T> T seen(String what, Supplier<T> value, Predicate<T> wanted) {
        long start = System.nanoTime();
        T last = value.get();
        while (!wanted.test(last)) {
            if (System.nanoTime() - start > BOUND.toNanos()) {
                throw new AssertionError(what + ": not seen within " + BOUND.toSeconds() + " s; last: " + last);
            }
            pause();
            last = value.get();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
