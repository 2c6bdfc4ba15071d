package nexus.app.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nexus.app.events.Cause;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.history.Incident.End;
import nexus.app.history.Incident.Ending;

/// Finds the incidents of one backend in its changes. Time never runs back, as in a [Storyline]. For one thread.
final class Incidents {

    /// The most that are told; the newest ones.
    static final int MOST = 200;

    private final String backend;
    private final Observation observed;
    private final Span range;
    /// Newest first.
    private final Deque<Incident> found = new ArrayDeque<>();

    private int count;
    private Instant reached = Instant.MIN;
    private Optional<Open> open = Optional.empty();

    /// One that has not ended yet.
    private static final class Open {
        private final Instant start;
        private final boolean beganBefore;
        private final Optional<Cause> first;
        private Optional<Cause> last;
        private int causes;

        private Open(Instant start, Happening.StatusChanged status) {
            this.start = start;
            this.beganBefore = status.resumed();
            this.first = status.cause();
            this.last = first;
            this.causes = first.isPresent() ? 1 : 0;
        }

        private void because(Cause cause) {
            if (last.isEmpty() || !last.get().isSameReason(cause)) {
                causes++;
            }
            last = Optional.of(cause);
        }
    }

    /// @param range only incidents that were in this time are found
    Incidents(String backend, Observation observed, Span range) {
        this.backend = backend;
        this.observed = observed;
        this.range = range;
    }

    /// The next change.
    void happened(Event event) {
        switch (event.what()) {
            case Happening.StatusChanged status -> changed(forward(event.at()), status);
            case Happening.CauseChanged cause -> open.ifPresent(incident -> incident.because(cause.after()));
            case Happening.ConfigChanged config -> {
                if (config.removed().contains(backend)) {
                    gone(event.at());
                }
            }
            case Happening.ModelsChanged _,
                    Happening.ModelMoved _,
                    Happening.Started _,
                    Happening.Stopped _,
                    Happening.Lost _ -> {}
        }
    }

    /// It has left the fleet.
    void gone(Instant at) {
        close(new End(forward(at), Ending.REMOVED));
    }

    /// One that is still open is told as it is now.
    void end(Instant now) {
        open.ifPresent(incident -> add(incident, Optional.empty(), forward(now)));
        open = Optional.empty();
    }

    /// Newest first, [#MOST] at most.
    List<Incident> newest() {
        return List.copyOf(found);
    }

    /// How many there were.
    int count() {
        return count;
    }

    private Instant forward(Instant at) {
        reached = at.isBefore(reached) ? reached : at;
        return reached;
    }

    private void changed(Instant at, Happening.StatusChanged status) {
        switch (status.to()) {
            case UNHEALTHY -> broke(at, status);
            case HEALTHY -> close(new End(at, Ending.RECOVERED));
            case DRAINING -> close(new End(at, Ending.DRAINING));
            case UNKNOWN -> {}
        }
    }

    private void broke(Instant at, Happening.StatusChanged status) {
        if (status.from() == BackendStatus.HEALTHY) {
            // That it had recovered is lost, if an incident is open: by now it had.
            close(new End(at, Ending.RECOVERED));
        }
        open.ifPresentOrElse(
                incident -> status.cause().ifPresent(incident::because),
                () -> open = Optional.of(new Open(at, status)));
    }

    private void close(End end) {
        open.ifPresent(incident -> add(incident, Optional.of(end), end.at()));
        open = Optional.empty();
    }

    private void add(Open incident, Optional<End> end, Instant until) {
        var span = new Span(incident.start, until);
        if (!span.from().isBefore(range.to()) || !span.to().isAfter(range.from())) {
            return;
        }
        count++;
        found.addFirst(new Incident(
                span.from(),
                incident.beganBefore,
                end,
                incident.first,
                incident.last,
                incident.causes,
                span.length(),
                observed.time(span)));
        if (found.size() > MOST) {
            found.removeLast();
        }
    }
}
