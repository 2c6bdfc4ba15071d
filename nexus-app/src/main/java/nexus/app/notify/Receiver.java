package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import nexus.app.config.ReceiverConfig;
import nexus.app.events.Event;

/// One receiver: what it is to be told, and how it gets there. What it believes outlives a change of its
/// configuration, and so do the messages that wait. Guarded by the notifier's lock.
final class Receiver {

    private final Services services;
    private final Digest digest;
    private final Hearing hearing;
    private final Progress progress;
    private ReceiverConfig config;
    private Outbox outbox;

    Receiver(ReceiverConfig config, Services services) {
        this.services = services;
        this.config = config;
        this.digest = new Digest(config);
        this.hearing = new Hearing(services.registry(), digest);
        this.progress = new Progress(config.name(), services.clock());
        this.outbox = open(config);
    }

    private Outbox open(ReceiverConfig wanted) {
        var means = new Outbox.Means(
                Shape.of(wanted),
                new Delivery(wanted, services.lines(), services.userAgent(), services.clock()),
                new Backoff(() -> ThreadLocalRandom.current().nextLong()),
                Thread::sleep,
                services.clock());
        return new Outbox(wanted.name(), means, progress).start();
    }

    /// The receiver has heard of these in an earlier run of Nexus, if it hears of them at all.
    ///
    /// @param unhealthy names of backends
    void resume(List<String> unhealthy) {
        Map<String, String> hosts = unhealthy.stream()
                .flatMap(name -> services.registry().backend(name).stream())
                .map(backend -> backend.config())
                .filter(backend -> backend.enabled() && config.scope().holds(backend))
                .collect(Collectors.toMap(
                        backend -> backend.name(), backend -> backend.url().host()));
        digest.resume(hosts, services.clock().instant());
    }

    void hear(List<Event> events) {
        events.forEach(event -> hearing.heard(event, config.scope()));
    }

    /// Takes what is true now for what was missed.
    void compare(Instant now) {
        hearing.compare(now, config.scope());
    }

    /// Sends what is due.
    void tell(Instant now) {
        digest.due(now).ifPresent(outbox::offer);
    }

    /// Sends the rest without waiting for more, but disturbs nobody in quiet hours.
    void tellRest(Instant now) {
        if (!digest.isQuiet(now)) {
            digest.rest(now).ifPresent(outbox::offer);
        }
    }

    void drain(Duration patience) throws InterruptedException {
        outbox.drain(patience);
    }

    /// From now on it is told so; messages that wait go the new way.
    void follow(ReceiverConfig other) {
        if (!other.equals(config)) {
            var left = outbox.close();
            config = other;
            digest.follow(other);
            outbox = open(other);
            left.forEach(outbox::take);
            // It may hear of more now, some of which is unhealthy already.
            compare(services.clock().instant());
        }
    }

    ReceiverState state() {
        return new ReceiverState(config, outbox.queued(), progress.tally(), progress.trouble());
    }

    /// A test of it, to be run without the lock.
    Trial trial(Duration longest) {
        var limit = config.timeout().compareTo(longest) < 0 ? config.timeout() : longest;
        var delivery = new Delivery(config, services.lines(), services.userAgent(), services.clock());
        return new Trial(Shape.of(config), delivery, limit, progress, services.clock());
    }

    /// @return how many messages were not sent
    int close() {
        return outbox.close().size();
    }
}
