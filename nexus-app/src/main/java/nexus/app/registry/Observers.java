package nexus.app.registry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nexus.app.log.Log;

/// All observers of a registry. What one throws costs the check nothing, and the others neither.
final class Observers {

    private static final Log LOG = Log.of("registry");
    /// A broken observer may throw for every check; it is told this often, in nanoseconds.
    private static final long TOLD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final List<Observer> all = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TOLD_NANOS);

    void add(Observer observer) {
        all.add(observer);
    }

    void checked(Change change) {
        tell(observer -> observer.checked(change));
    }

    void voided(Change change) {
        tell(observer -> observer.voided(change));
    }

    void fleetChanged(Renewal renewal) {
        tell(observer -> observer.fleetChanged(renewal));
    }

    private void tell(Consumer<Observer> call) {
        for (var observer : all) {
            try {
                call.accept(observer);
            } catch (RuntimeException | Error e) {
                threw(observer, e);
            }
        }
    }

    /// The fault's own message stays out: it may quote a server.
    private void threw(Observer observer, Throwable fault) {
        long last = told.get();
        long now = System.nanoTime();
        if (now - last >= TOLD_NANOS && told.compareAndSet(last, now)) {
            LOG.error(
                    "an observer threw, it missed what it was told",
                    "observer",
                    observer.getClass().getSimpleName(),
                    "fault",
                    fault.getClass().getName());
        }
    }
}
