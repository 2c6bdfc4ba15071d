package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.config.Timing;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;

/// A backend's place in the agenda: when it is due. Plain fields belong to one thread at a time: the ticker's
/// while it waits, the check's while it runs. Through the others everybody may speak to it.
final class Turn {

    final Backend backend;
    /// What to ask, and when; another one when the configuration has changed.
    volatile Target target;
    /// Where its slots are to stand in a fleet as it is now.
    volatile Rhythm home;
    /// Where its slots stand: at home, or on the way there.
    Rhythm rhythm;
    /// When the check is planned, in nanoseconds of the monotonic clock.
    long planned;
    /// When the one before was planned; of the first, its own plan.
    long last;
    /// The timing that the plan was made with.
    Timing timed;
    /// Whether its last turn was skipped after a stall; it is not skipped twice.
    boolean skipped;
    /// Whether its last check did not fail: such backends go first when places are few, and so do new ones.
    boolean succeeded = true;
    /// Whether it was moved forward because somebody asks: it goes before all others.
    boolean hurried;
    /// The one behind it, on its way to the ticker; null for none.
    Turn behind;
    /// What is known about the failure that it is in.
    Insight.Known known = Insight.Known.UNTRIED;
    /// Its number among all of its interval, and which interval that is; [Seats] alone knows them.
    int seat = -1;

    Optional<Duration> seatedFor = Optional.empty();

    private final AtomicReference<CompletableFuture<Change>> asked = new AtomicReference<>();
    private volatile Thread runner;
    private volatile boolean retired;

    Turn(Target target, Backend backend, Rhythm rhythm) {
        this.target = target;
        this.backend = backend;
        this.rhythm = rhythm;
        this.home = rhythm;
    }

    /// Its first plan.
    void begin(long at) {
        planned = at;
        last = at;
        timed = target.config().timing();
    }

    void plan(long at) {
        last = planned;
        planned = at;
    }

    /// Somebody wants a check that has not begun yet.
    CompletableFuture<Change> ask() {
        return asked.updateAndGet(pending -> pending == null ? new CompletableFuture<>() : pending);
    }

    boolean isAsked() {
        return asked.get() != null;
    }

    /// Who waits for the check that begins now.
    Optional<CompletableFuture<Change>> answering() {
        return isAsked() ? Optional.ofNullable(asked.getAndSet(null)) : Optional.empty();
    }

    /// There will be no check any more.
    void refuse(String why) {
        answering().ifPresent(future -> future.completeExceptionally(new CheckerException(why, null)));
    }

    /// The calling thread is its check from now on.
    void runs() {
        runner = Thread.currentThread();
    }

    void ran() {
        runner = null;
    }

    /// Ends the check that is under way, if any; one that begins meanwhile finds what the caller has noted
    /// before.
    void interrupt() {
        var thread = runner;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// Its backend is gone: it is never due again, and a check under way ends.
    void retire() {
        retired = true;
        interrupt();
        refuse("the backend was removed or started again");
    }

    boolean isRetired() {
        return retired;
    }
}
