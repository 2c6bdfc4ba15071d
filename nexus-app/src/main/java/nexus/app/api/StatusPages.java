package nexus.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.page.PageFiles;
import nexus.app.page.StatusPage;
import nexus.app.page.StatusPast;
import nexus.app.registry.Registry;

/// Makes `/status`. What is told of the past is asked for at most once a minute, however many look, and whether or not
/// there was an answer: the public must not be able to keep a database busy. Thread-safe.
final class StatusPages {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(StatusPast past, Instant askedAt) {}

    private final Registry registry;
    private final InstantSource clock;
    private final Archive archive;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(StatusPast.NONE, Instant.EPOCH));

    StatusPages(Registry registry, InstantSource clock, Archive archive) {
        this.registry = registry;
        this.clock = clock;
        this.archive = archive;
    }

    byte[] page(PageFiles files) {
        Instant now = clock.instant();
        return StatusPage.of(registry.snapshot(), past(now), files, now);
    }

    /// Whoever comes while another asks is told what was known before.
    private StatusPast past(Instant now) {
        var before = known.get();
        boolean fresh = Duration.between(before.askedAt(), now).abs().compareTo(FRESH) < 0;
        if (fresh || !known.compareAndSet(before, new Known(before.past(), now))) {
            return before.past();
        }
        try {
            var past = archive.ask(asked -> StatusPast.of(asked, registry.snapshot(), now));
            known.set(new Known(past, now));
            return past;
        } catch (Archive.Unanswered e) {
            return before.past();
        }
    }
}
