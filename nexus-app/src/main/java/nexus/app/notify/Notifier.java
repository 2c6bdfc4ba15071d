package nexus.app.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nexus.app.config.ReceiverConfig;
import nexus.app.events.Event;
import nexus.app.events.EventLog;
import nexus.app.events.EventStoreException;
import nexus.app.events.Subscription;
import nexus.app.exchange.Lines;
import nexus.app.health.BackendStatus;
import nexus.app.log.Log;
import nexus.app.registry.Registry;

/// Tells receivers when backends come and go. Thread-safe.
///
/// It reads the event log like everybody else, on a thread of its own that decides what is worth telling; each
/// receiver has another that takes it there. Nothing here is in the way of a check, or of another receiver.
public final class Notifier implements AutoCloseable {

    private static final Log LOG = Log.of("notify");
    private static final int BATCH = 1000;
    /// How often it looks whether something is due.
    private static final Duration LOOK = Duration.ofMillis(500);
    /// All parts of the program have 600 ms to end, the event log among them.
    private static final Duration LAST_MESSAGES = Duration.ofMillis(150);
    /// A request of the API is ended a little later.
    private static final Duration LONGEST_TEST = Duration.ofSeconds(15);
    private static final long ANSWERS = 1 << 20;

    private final EventLog log;
    private final Services services;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Receiver> receivers = new LinkedHashMap<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-notify").unstarted(this::run);
    private Subscription events;

    private Notifier(EventLog log, Services services) {
        this.log = log;
        this.services = services;
        this.events = log.subscribe();
    }

    /// Begins to tell of what happens from now on; to be called before the first check.
    ///
    /// @param version of Nexus, for the receivers' logs
    public static Notifier start(
            List<ReceiverConfig> receivers, EventLog log, Registry registry, InstantSource clock, String version) {
        var services = new Services(registry, Lines.ofSystem(ANSWERS), "nexus/" + version, clock);
        var notifier = new Notifier(log, services);
        var unhealthy = log.lastKnown().entrySet().stream()
                .filter(backend -> backend.getValue() == BackendStatus.UNHEALTHY)
                .map(Map.Entry::getKey)
                .toList();
        for (var config : receivers) {
            var receiver = new Receiver(config, services);
            receiver.resume(unhealthy);
            notifier.receivers.put(config.name(), receiver);
        }
        notifier.thread.start();
        return notifier;
    }

    private void run() {
        try {
            while (!events.isEnded()) {
                tell(next());
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /// What can't be read is made up for by what is true now.
    private List<Event> next() throws InterruptedException {
        try {
            return events.next(BATCH, LOOK);
        } catch (EventStoreException e) {
            events = log.subscribe();
            locked(() -> receivers
                    .values()
                    .forEach(receiver -> receiver.compare(services.clock().instant())));
            return List.of();
        }
    }

    private void tell(List<Event> batch) {
        locked(() -> receivers.values().forEach(receiver -> {
            receiver.hear(batch);
            receiver.tell(services.clock().instant());
        }));
    }

    /// A bug with one message must not keep all that follow.
    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("bug while receivers were told", "thrown", e.getClass().getName());
        } finally {
            lock.unlock();
        }
    }

    /// From now on these are told. One that is new hears of what is unhealthy already.
    public void follow(List<ReceiverConfig> wanted) {
        lock.lock();
        try {
            var names = wanted.stream().map(ReceiverConfig::name).toList();
            receivers.entrySet().removeIf(known -> {
                boolean gone = !names.contains(known.getKey());
                if (gone) {
                    end(known.getKey(), known.getValue());
                }
                return gone;
            });
            for (var config : wanted) {
                var known = receivers.get(config.name());
                if (known == null) {
                    var added = new Receiver(config, services);
                    added.compare(services.clock().instant());
                    receivers.put(config.name(), added);
                } else {
                    known.follow(config);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// How it goes with each receiver, in the order of the configuration.
    public List<ReceiverState> states() {
        lock.lock();
        try {
            return receivers.values().stream().map(Receiver::state).toList();
        } finally {
            lock.unlock();
        }
    }

    /// Sends a marked message to one receiver, past those that wait, and waits some seconds for what comes of it.
    ///
    /// @return empty if there is no such receiver
    public Optional<Outcome> test(String name) {
        Trial trial;
        lock.lock();
        try {
            var receiver = receivers.get(name);
            if (receiver == null) {
                return Optional.empty();
            }
            trial = receiver.trial(LONGEST_TEST);
        } finally {
            lock.unlock();
        }
        return Optional.of(trial.run());
    }

    /// Sends what is not told yet, waits a moment for it, and ends.
    @Override
    public void close() {
        try {
            thread.interrupt();
            thread.join();
            lastMessages();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        locked(() -> {
            receivers.forEach(Notifier::end);
            receivers.clear();
        });
        services.lines().names().close();
    }

    private void lastMessages() throws InterruptedException {
        var all = new ArrayList<Receiver>();
        locked(() -> receivers.values().forEach(receiver -> {
            receiver.tellRest(services.clock().instant());
            all.add(receiver);
        }));
        long end = System.nanoTime() + LAST_MESSAGES.toNanos();
        for (var receiver : all) {
            receiver.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    private static void end(String name, Receiver receiver) {
        int lost = receiver.close();
        if (lost > 0) {
            LOG.warn("messages were not delivered", "receiver", name, "messages", lost);
        }
    }
}
