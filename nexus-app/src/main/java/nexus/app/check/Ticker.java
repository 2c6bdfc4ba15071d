package nexus.app.check;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The one thread that watches the clock: it starts what is due in steps of [#STEP], each check on a virtual
/// thread of its own, and sleeps in between.
///
/// Everybody else hands turns over through [#arm]; the agenda belongs to this thread alone.
final class Ticker implements AutoCloseable {

    /// The grain of the clock: a batch each step costs far fewer wake-ups than a timer for each check.
    static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    /// The longest sleep, so that a pause of the process is noticed as one.
    private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(100);

    /// What the ticker does with turns and pauses.
    interface Work {
        /// Starts a check; must not wait.
        void start(Turn turn);

        /// How many more checks may run.
        int places();

        /// The process stood still.
        void paused(Duration pause);
    }

    private final Clock clock;
    private final Agenda agenda;
    private final Pauses pauses;
    private final Work work;
    private final ConcurrentLinkedQueue<Turn> armed = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-ticker").unstarted(this::run);
    private volatile boolean closed;
    private volatile long sleepingUntil;

    Ticker(Clock clock, Agenda agenda, Pauses pauses, Work work) {
        this.clock = clock;
        this.agenda = agenda;
        this.pauses = pauses;
        this.work = work;
    }

    void start() {
        thread.start();
    }

    /// Puts a turn on the agenda; from any thread.
    void arm(Turn turn) {
        // Read before the turn is handed over: from then on it belongs to the ticker.
        long due = turn.due;
        armed.add(turn);
        if (due < sleepingUntil) {
            LockSupport.unpark(thread);
        }
    }

    /// Ends the thread; turns that wait are forgotten.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            long now = clock.nanos();
            var pause = pauses.woke(now);
            if (!pause.isZero()) {
                work.paused(pause);
            }
            step(now);
            sleep();
        }
    }

    private void step(long now) {
        for (var turn = armed.poll(); turn != null; turn = armed.poll()) {
            agenda.add(turn);
        }
        agenda.take(now, work.places()).forEach(work::start);
    }

    private void sleep() {
        long now = clock.nanos();
        long wake = Math.clamp(agenda.nextDue(), now + STEP, now + LONGEST_SLEEP);
        sleepingUntil = wake;
        pauses.sleepingUntil(wake);
        if (armed.isEmpty()) {
            LockSupport.parkNanos(wake - now);
        }
    }
}
