package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// When Nexus watched, and when it began anew. Immutable.
public final class Observation {

    private final NavigableMap<Instant, Span> spans = new TreeMap<>();
    private final NavigableSet<Instant> starts;

    /// @param spans  without overlap
    /// @param starts when every backend was Unknown
    Observation(List<Span> spans, List<Instant> starts) {
        spans.forEach(span -> this.spans.put(span.from(), span));
        this.starts = new TreeSet<>(starts);
    }

    /// All of it up to a moment.
    ///
    /// @throws nexus.app.events.EventStoreException if it can't be read
    static Observation until(Past past, Instant moment) {
        var all = new Span(Instant.EPOCH, moment);
        return new Observation(past.observed(all), past.starts(all));
    }

    /// The observed parts of a span, oldest first.
    public List<Span> within(Span span) {
        var first = spans.floorKey(span.from());
        return spans.subMap(first == null ? span.from() : first, true, span.to(), true).values().stream()
                .flatMap(one -> one.cut(span).stream())
                .toList();
    }

    /// How much of a span was observed.
    Duration time(Span span) {
        return within(span).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /// The first start after the beginning of a span, if there is one in it.
    Optional<Instant> firstStart(Span span) {
        return Optional.ofNullable(starts.higher(span.from())).filter(start -> start.isBefore(span.to()));
    }
}
