package nexus.app.check;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The one thread that watches the clock: it starts what is due in steps of [#STEP], each check on a virtual
/// thread of its own, and sleeps in between.
///
/// Everybody else hands turns over through [#arm], and says through [#review] that they have spoken to some;
/// the agenda belongs to this thread alone.
final class Ticker implements AutoCloseable {

    /// The grain of the clock: a batch each step costs far fewer wake-ups than a timer for each check.
    static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    /// The longest sleep, so that a pause of the process is noticed as one.
    private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(100);

    /// No round of any fleet takes so long.
    private static final long STUCK = TimeUnit.SECONDS.toNanos(10);

    /// What the ticker does with turns and pauses.
    interface Work {
        /// Starts a check; must not wait. What it throws means that nothing was started.
        void start(Turn turn);

        /// How many checks may start now.
        int places(long now);

        /// The process stood still.
        void paused(Duration pause);

        /// Something went wrong, out of memory perhaps; it is tried again.
        void held(Throwable fault);
    }

    private final Clock clock;
    private final Agenda agenda;
    private final Pauses pauses;
    private final Work work;
    /// The last one that was handed over, the others behind it: so that arming takes no memory and cannot fail.
    private final AtomicReference<Turn> armed = new AtomicReference<>();

    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-ticker").unstarted(this::run);
    /// Those taken over from there that are not on the agenda yet.
    private Turn arriving;
    private volatile boolean reviewing;
    private volatile boolean closed;
    private volatile long sleepingUntil;

    Ticker(Clock clock, Agenda agenda, Pauses pauses, Work work) {
        this.clock = clock;
        this.agenda = agenda;
        this.pauses = pauses;
        this.work = work;
    }

    void start() {
        sleepingUntil = clock.nanos();
        thread.start();
    }

    /// Whether its thread lives and has slept lately; any thread may ask.
    boolean isTicking() {
        return thread.isAlive() && clock.nanos() - sleepingUntil < STUCK;
    }

    /// Puts a turn on the agenda; from any thread.
    void arm(Turn turn) {
        // Read before the turn is handed over: from then on it belongs to the ticker.
        long due = turn.planned;
        do {
            turn.behind = armed.get();
        } while (!armed.compareAndSet(turn.behind, turn));
        if (due < sleepingUntil) {
            LockSupport.unpark(thread);
        }
    }

    /// Looks at all turns again, soon; from any thread.
    void review() {
        reviewing = true;
        LockSupport.unpark(thread);
    }

    /// Ends the thread; turns that wait are forgotten.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            try {
                round(clock.nanos());
                noticePause(clock.nanos());
            } catch (RuntimeException | Error e) {
                held(e);
            }
            sleep();
        }
    }

    private void round(long now) {
        noticePause(now);
        if (arriving == null) {
            arriving = armed.getAndSet(null);
        }
        while (arriving != null) {
            var turn = arriving;
            agenda.add(turn, now);
            arriving = turn.behind;
            turn.behind = null;
        }
        if (reviewing) {
            reviewing = false;
            review(now);
        }
        agenda.take(now, work.places(now), this::start);
    }

    private void review(long now) {
        try {
            agenda.review(now);
        } catch (RuntimeException | Error e) {
            reviewing = true;
            throw e;
        }
    }

    private void noticePause(long now) {
        var pause = pauses.woke(now);
        if (!pause.isZero()) {
            work.paused(pause);
        }
    }

    private boolean start(Turn turn) {
        try {
            work.start(turn);
            return true;
        } catch (RuntimeException | Error e) {
            held(e);
            return false;
        }
    }

    /// This thread must live, or nobody would be checked any more.
    private void held(Throwable fault) {
        try {
            work.held(fault);
        } catch (RuntimeException | Error e) {
            // Not even memory to tell it.
        }
    }

    private void sleep() {
        long now = clock.nanos();
        long wake = Math.clamp(agenda.nextDue(), now + STEP, now + LONGEST_SLEEP);
        sleepingUntil = wake;
        pauses.sleepingUntil(wake);
        if (armed.get() == null && !reviewing) {
            LockSupport.parkNanos(wake - now);
        }
    }
}
