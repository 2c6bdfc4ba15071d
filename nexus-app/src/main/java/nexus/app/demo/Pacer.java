package nexus.app.demo;

import java.time.Duration;

/// Waits on behalf of the script's thread, so that tests can play it without waiting.
@FunctionalInterface
interface Pacer {

    /// Returns when this much time has passed since the script began; called with times that never fall.
    void until(Duration sinceStart) throws InterruptedException;

    /// One that goes by the machine's clock, from now on.
    static Pacer realTime() {
        long start = System.nanoTime();
        return sinceStart -> {
            long left = sinceStart.toNanos() - (System.nanoTime() - start);
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
        };
    }
}
