package nexus.app.history;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;

/// Tells from what is kept how backends were, up to one moment. Not thread-safe; asks the [Past], so it may wait.
public final class Historian {

    /// How many events are in memory at once.
    private static final int BATCH = 2000;
    /// How many restarts an incident is followed back to its beginning, beyond the time that is asked for.
    private static final int RESTARTS = 20;

    private final Past past;
    private final Instant now;
    private final Observation observed;

    /// @throws nexus.app.events.EventStoreException if the past can't be read, as the other methods do
    public Historian(Past past, Instant now) {
        this.past = past;
        this.now = now;
        this.observed = Observation.until(past, now);
    }

    public Observation observed() {
        return observed;
    }

    /// How a backend was.
    ///
    /// @param status what it is now; empty: there is no such backend in the fleet
    /// @param range  which incidents are wanted; not beyond now
    /// @return empty if nothing is known of it, now or in the past
    public Optional<BackendHistory> of(String backend, Optional<BackendStatus> status, Span range) {
        var month = Period.MONTH.until(now).from();
        var account = new Account(backend, beginning(backend, earlier(range.from(), month)), range);
        account.read();
        if (status.isEmpty() && account.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(account.told(status));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// When the last change of status before a moment was: the story is told from there on. One that found it
    /// unhealthy after a restart goes on with what was before.
    private Instant beginning(String backend, Instant moment) {
        var beginning = moment;
        for (int i = 0; i < RESTARTS; i++) {
            var before = past.changes(backend, new Span(beginning, beginning));
            if (before.isEmpty() || !before.getFirst().at().isBefore(beginning)) {
                return beginning;
            }
            beginning = before.getFirst().at();
            if (!isFoundUnhealthy(before.getFirst())) {
                return beginning;
            }
        }
        return beginning;
    }

    private static boolean isFoundUnhealthy(Event event) {
        return event.what() instanceof Happening.StatusChanged status
                && status.from() == BackendStatus.UNKNOWN
                && status.to() == BackendStatus.UNHEALTHY;
    }

    /// What one backend's changes come to.
    private final class Account {

        private final String backend;
        private final Span span;
        private final Map<Period, UptimeCount> counts = new EnumMap<>(Period.class);
        private final UptimeCount inRange;
        private final Incidents incidents;
        private final Storyline story;
        private Optional<Instant> last = Optional.empty();

        private Account(String backend, Instant beginning, Span range) {
            this.backend = backend;
            this.span = new Span(beginning, now);
            for (var period : Period.values()) {
                counts.put(period, new UptimeCount(period.until(now)));
            }
            this.inRange = new UptimeCount(range);
            this.incidents = new Incidents(backend, observed, range);
            this.story = new Storyline(backend, observed, beginning, stretch -> {
                counts.values().forEach(count -> count.accept(stretch));
                inRange.accept(stretch);
            });
        }

        private boolean isEmpty() {
            return last.isEmpty();
        }

        private void read() {
            long above = 0;
            boolean more = true;
            while (more) {
                var batch = past.changes(backend, span, above, BATCH);
                for (var event : batch) {
                    story.happened(event);
                    incidents.happened(event);
                    above = event.id();
                    last = Optional.of(event.at());
                }
                more = batch.size() == BATCH;
            }
        }

        private BackendHistory told(Optional<BackendStatus> status) {
            if (status.isEmpty() && !story.isGone()) {
                var gone = lastSeen();
                story.gone(gone);
                incidents.gone(gone);
            }
            story.end(
                    now, status.filter(known -> known != BackendStatus.UNKNOWN).isPresent());
            incidents.end(now);
            var uptimes = new EnumMap<Period, Uptime>(Period.class);
            counts.forEach((period, count) -> uptimes.put(period, count.uptime()));
            return new BackendHistory(uptimes, inRange.uptime(), incidents.newest(), incidents.count());
        }

        /// It went while Nexus did not run, or with so many others that it was not named: the end of the last minute in
        /// which it was checked, or where minutes are no longer kept, of the last hour.
        private Instant lastSeen() {
            var change = last.orElse(span.from());
            return Stream.of(Resolution.MINUTE, Resolution.HOUR)
                    .flatMap(step -> lastChecked(step, new Span(step.start(change), now)).stream())
                    .findFirst()
                    .map(checked -> earlier(now, checked))
                    .orElse(change);
        }

        private Optional<Instant> lastChecked(Resolution step, Span since) {
            var points = Series.of(past, backend, step, since).points();
            return points.isEmpty()
                    ? Optional.empty()
                    : Optional.of(points.getLast().start().plus(step.length()));
        }
    }
}
