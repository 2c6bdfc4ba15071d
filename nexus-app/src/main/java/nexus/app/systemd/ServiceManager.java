package nexus.app.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nexus.app.log.Log;

/// Systemd, where it started this process as a service of `Type=notify`: it is told when Nexus is ready, reads its
/// file again and ends, how the fleet is, and as long as Nexus is well, that it is (sd_notify(3)). Where nobody
/// asked for it nothing happens. Thread-safe.
public final class ServiceManager implements AutoCloseable {

    /// Takes one message, of lines.
    interface Receiver {
        void tell(String message) throws IOException;
    }

    private static final Log LOG = Log.of("systemd");
    private static final Duration USUAL_BEAT = Duration.ofSeconds(10);

    private final Optional<Receiver> receiver;
    private final Optional<Watchdog> watchdog;
    private Optional<Beat> beat = Optional.empty();

    ServiceManager(Optional<Receiver> receiver, Optional<Watchdog> watchdog) {
        this.receiver = receiver;
        this.watchdog = receiver.isPresent() ? watchdog : Optional.empty();
    }

    /// @param environment of the process, in which systemd says where it listens
    public static ServiceManager of(Map<String, String> environment) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (!UnixDatagrams.isPath(socket)) {
            return new ServiceManager(Optional.empty(), Optional.empty());
        }
        var datagrams = new UnixDatagrams(socket);
        return new ServiceManager(
                Optional.of(datagrams::send),
                Watchdog.of(environment, ProcessHandle.current().pid()));
    }

    /// Says that requests are answered, and from now on, until it is closed, how things are.
    ///
    /// @param status one line for `systemctl status`
    /// @param well   whether Nexus does what it is for; may take less than a quarter of the watchdog's time
    public synchronized void ready(Supplier<String> status, BooleanSupplier well) {
        if (receiver.isPresent()) {
            String now = status.get();
            tell("READY=1\nSTATUS=" + now);
            var period = watchdog.map(Watchdog::beat).orElse(USUAL_BEAT);
            beat = Optional.of(new Beat(this, watchdog.isPresent(), status, now, well).start(period));
        }
    }

    /// Does what reloads the configuration, and says when that begins and ends.
    public void reloading(Runnable reload) {
        // On Linux nanoTime is CLOCK_MONOTONIC, which systemd compares with its own.
        tell("RELOADING=1\nMONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
        try {
            reload.run();
        } finally {
            tell("READY=1");
        }
    }

    void tell(String message) {
        if (receiver.isPresent()) {
            try {
                receiver.get().tell(message);
            } catch (IOException e) {
                LOG.debug("systemd can't be told", "problem", e.getMessage());
            }
        }
    }

    /// Says that the process is ending.
    @Override
    public synchronized void close() {
        beat.ifPresent(Beat::close);
        beat = Optional.empty();
        tell("STOPPING=1");
    }
}
