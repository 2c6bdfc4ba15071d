package nexus.app.systemd;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nexus.app.log.Log;

/// Tells again and again how things are: the status where it is another than before, and if a watchdog wants it, a
/// sign of life. That is kept back while Nexus is not well; systemd starts it anew when it stays so.
final class Beat implements AutoCloseable {

    private static final Log LOG = Log.of("systemd");

    private final ServiceManager manager;
    private final boolean watched;
    private final Supplier<String> status;
    private final BooleanSupplier well;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("nexus-systemd").factory());
    private String told;

    /// @param watched whether signs of life are wanted
    /// @param told    the status that was told already
    Beat(ServiceManager manager, boolean watched, Supplier<String> status, String told, BooleanSupplier well) {
        this.manager = manager;
        this.watched = watched;
        this.status = status;
        this.told = told;
        this.well = well;
    }

    Beat start(Duration period) {
        thread.scheduleAtFixedRate(this::once, 0, period.toNanos(), TimeUnit.NANOSECONDS);
        return this;
    }

    /// Nothing may come out of it: it would never run again.
    void once() {
        try {
            tellStatus();
            if (watched) {
                tellLife();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a bug kept systemd from being told", "thrown", String.valueOf(e));
        }
    }

    private void tellStatus() {
        String now = status.get();
        if (!now.equals(told)) {
            manager.tell("STATUS=" + now);
            told = now;
        }
    }

    private void tellLife() {
        if (well.getAsBoolean()) {
            manager.tell("WATCHDOG=1");
        } else {
            LOG.warn("checks are stalled or requests go unanswered: not notifying the systemd watchdog");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
