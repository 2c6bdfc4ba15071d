package nexus.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nexus.app.events.Cause;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;

/// A past in memory, as a test tells it. For one thread that tells, before others ask.
public final class KeptPast implements Past {

    public static final Cause REFUSED =
            new Cause("ConnectionFailed", "ConnectionFailed", "connection refused", "start the server");
    public static final Cause TIMEOUT = new Cause("Timeout", "Timeout(5)", "no answer for 5 s", "look at its load");

    private record OfBackend(String backend, Rollup rollup) {}

    private final List<Event> events = new ArrayList<>();
    private final List<Span> observed = new ArrayList<>();
    private final List<Instant> starts = new ArrayList<>();
    private final List<OfBackend> rollups = new ArrayList<>();

    /// Nexus was started, and watched until something ended that.
    public KeptPast ran(Instant from, Instant to) {
        starts.add(from);
        return watched(from, to);
    }

    /// Nexus watched, after a pause of the machine.
    public KeptPast watched(Instant from, Instant to) {
        observed.add(new Span(from, to));
        return this;
    }

    public KeptPast changed(Instant at, String backend, BackendStatus from, BackendStatus to) {
        var cause = to == BackendStatus.UNHEALTHY ? Optional.of(REFUSED) : Optional.<Cause>empty();
        return happened(at, new Happening.StatusChanged(backend, from, to, cause, false));
    }

    /// Back at its last known status after a restart.
    public KeptPast resumed(Instant at, String backend, BackendStatus to) {
        var cause = to == BackendStatus.UNHEALTHY ? Optional.of(REFUSED) : Optional.<Cause>empty();
        return happened(at, new Happening.StatusChanged(backend, BackendStatus.UNKNOWN, to, cause, true));
    }

    public KeptPast removed(Instant at, String backend) {
        return happened(at, new Happening.ConfigChanged(List.of(), List.of(backend), List.of(), List.of(), 0));
    }

    public KeptPast happened(Instant at, Happening what) {
        events.add(new Event(events.size() + 1, at, what));
        return this;
    }

    public KeptPast rolledUp(String backend, Rollup rollup) {
        rollups.add(new OfBackend(backend, rollup));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public List<Span> observed(Span range) {
        return observed.stream().flatMap(span -> span.cut(range).stream()).toList();
    }

    @Override
    public List<Instant> starts(Span range) {
        return starts.stream().filter(range::contains).toList();
    }

    @Override
    public List<Event> changes(String backend, Span range) {
        var own =
                events.stream().filter(event -> concerns(event.what(), backend)).toList();
        var before = own.stream()
                .filter(event -> event.at().isBefore(range.from()))
                .filter(event -> event.what() instanceof Happening.StatusChanged)
                .max(Comparator.comparing(Event::at).thenComparing(Event::id));
        var all = new ArrayList<Event>();
        before.ifPresent(all::add);
        own.stream().filter(event -> range.contains(event.at())).forEach(all::add);
        return all;
    }

    private static boolean concerns(Happening what, String backend) {
        return switch (what) {
            case Happening.StatusChanged status -> status.backend().equals(backend);
            case Happening.CauseChanged cause -> cause.backend().equals(backend);
            case Happening.ConfigChanged config ->
                Stream.of(config.added(), config.removed(), config.restarted())
                        .anyMatch(names -> names.contains(backend));
            case Happening.ModelsChanged _,
                    Happening.ModelMoved _,
                    Happening.Started _,
                    Happening.Stopped _,
                    Happening.Lost _ -> false;
        };
    }

    @Override
    public List<Rollup> rollups(String backend, Rollup.Step step, Span range) {
        return rollups.stream()
                .filter(one -> one.backend().equals(backend))
                .map(OfBackend::rollup)
                .filter(rollup -> rollup.step() == step)
                .filter(rollup ->
                        !rollup.start().isBefore(range.from()) && rollup.start().isBefore(range.to()))
                .toList();
    }
}
