package nexus.app.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nexus.app.events.Intake.Seen;
import nexus.app.log.Log;

/// Gives numbers to what happened, on a thread of its own: the only one that makes events, so their order is that
/// of the queue.
final class Numbering {

    private static final Log LOG = Log.of("events");
    /// How often it looks whether something was held back long enough, or it was told to end, in nanoseconds.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Intake intake;
    private final Ids ids;
    private final RecentEvents recent;
    private final Reporter reporter;
    private final InstantSource clock;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-events").unstarted(this::run);
    private volatile boolean ending;
    private long lookedAt = System.nanoTime();

    Numbering(Intake intake, Ids ids, RecentEvents recent, Reporter reporter, InstantSource clock) {
        this.intake = intake;
        this.ids = ids;
        this.recent = recent;
        this.reporter = reporter;
        this.clock = clock;
    }

    /// The first events of a run.
    void begin(String version) {
        var first = new ArrayList<Event>();
        Instant now = clock.instant();
        ids.lost().ifPresent(lost -> first.add(new Event(lost.to(), now, lost)));
        first.add(new Event(ids.next(), now, new Happening.Started(version)));
        recent.add(first);
        thread.start();
    }

    /// Tells what waits in the queue, and last that Nexus stops.
    ///
    /// @param patience how long this may take
    void end(Duration patience) throws InterruptedException {
        ending = true;
        intake.offer(new Seen.Told(clock.instant(), new Happening.Stopped()));
        thread.join(patience);
        thread.interrupt();
    }

    private void run() {
        try {
            boolean more = true;
            while (more || !ending) {
                var seen = intake.take(ending ? 0 : LOOK_NANOS);
                more = !seen.isEmpty();
                tell(seen);
            }
        } catch (InterruptedException _) {
            // The end came before the queue was told; who resumes hears of the numbers that are missing.
        }
    }

    private void tell(List<Seen> seen) {
        var events = new ArrayList<Event>(seen.size() + 1);
        for (var one : seen) {
            happenings(one).forEach(what -> events.add(new Event(ids.next(), one.at(), what)));
        }
        Instant now = clock.instant();
        if (System.nanoTime() - lookedAt >= LOOK_NANOS) {
            lookedAt = System.nanoTime();
            reporter.due(now).forEach(what -> events.add(new Event(ids.next(), now, what)));
        }
        long refused = intake.refused();
        if (refused > 0) {
            var lost = ids.skip(refused);
            events.add(new Event(lost.to(), now, lost));
            LOG.warn("events are lost, more happened at once than could be told", "events", refused);
        }
        if (!events.isEmpty()) {
            recent.add(events);
        }
    }

    /// A bug here must not end the thread: all that follows would be lost.
    private List<Happening> happenings(Seen seen) {
        try {
            return switch (seen) {
                case Seen.OfBackend backend -> reporter.changed(backend.change(), backend.at());
                case Seen.OfFleet fleet -> reporter.fleetChanged(fleet.renewal());
                case Seen.Told told -> List.of(told.what());
            };
        } catch (RuntimeException e) {
            LOG.error("bug while an event was told", "thrown", e.getClass().getName());
            return List.of();
        }
    }
}
