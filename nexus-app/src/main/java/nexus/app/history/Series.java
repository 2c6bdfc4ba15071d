package nexus.app.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What the checks of one backend came to, step by step. Immutable.
///
/// @param points oldest first; steps without a check are absent
public record Series(Resolution resolution, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }

    /// @param range steps of what is kept that begin in it
    /// @throws nexus.app.events.EventStoreException if it can't be read
    public static Series of(Past past, String backend, Resolution resolution, Span range) {
        var points = new TreeMap<Instant, Point>();
        for (var rollup : past.rollups(backend, resolution.source(), range)) {
            var start = resolution.start(rollup.start());
            points.merge(start, Point.of(start, rollup), Point::plus);
        }
        return new Series(resolution, List.copyOf(points.values()));
    }

    /// All of it as one.
    ///
    /// @return empty if there was no check
    public Optional<Point> total() {
        return points.stream().reduce(Point::plus);
    }
}
