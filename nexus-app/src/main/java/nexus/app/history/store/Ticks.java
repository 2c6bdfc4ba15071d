package nexus.app.history.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Takes the counts at the end of each minute, and notes that the fleet was seen until then. Never waits for the
/// database.
final class Ticks implements AutoCloseable {

    private static final long MINUTE_MILLIS = 60_000;
    /// A little beyond the minute, so that a clock that is read a moment early doesn't name it twice.
    private static final long BEYOND_MILLIS = 20;

    private final Counting counting;
    private final Runs runs;
    private final Unsaved unsaved;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-history-minutes").unstarted(this::run);
    /// The minute that is being counted, from 1970.
    private long minute;

    Ticks(Counting counting, Runs runs, Unsaved unsaved, InstantSource clock) {
        this.counting = counting;
        this.runs = runs;
        this.unsaved = unsaved;
        this.clock = clock;
        this.minute = minute(clock.instant());
    }

    static long minute(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MINUTE_MILLIS);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(untilNext(), TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException _) {
            // Ends.
        }
    }

    private long untilNext() {
        return MINUTE_MILLIS + BEYOND_MILLIS - Math.floorMod(clock.millis(), MINUTE_MILLIS);
    }

    /// Ends one minute and begins the next. A paused machine or another clock makes it a long one: what was counted is
    /// told under the minute in which it began.
    synchronized void tick() {
        Instant now = clock.instant();
        runs.note(now);
        unsaved.add(counting.take(minute));
        minute = minute(now);
    }

    /// Ends the last minute.
    @Override
    public void close() {
        closed.countDown();
        tick();
        unsaved.end();
    }
}
