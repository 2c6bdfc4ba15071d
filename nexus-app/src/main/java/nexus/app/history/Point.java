package nexus.app.history;

import java.time.Instant;
import java.util.Objects;

/// What the checks of one step of a [Series] came to.
///
/// @param start     in UTC a whole minute, hour or day
/// @param checks    positive
/// @param failed    how many of them
/// @param latencies of those that succeeded
public record Point(Instant start, long checks, long failed, Latencies latencies) {

    public Point {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(latencies, "latencies");
    }

    static Point of(Instant start, Rollup rollup) {
        return new Point(start, rollup.checks(), rollup.failed(), rollup.latencies());
    }

    Point plus(Point other) {
        return new Point(start, checks + other.checks, failed + other.failed, latencies.plus(other.latencies));
    }
}
