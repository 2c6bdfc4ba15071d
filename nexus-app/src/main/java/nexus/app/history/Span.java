package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A stretch of time.
///
/// @param from the first instant of it
/// @param to   the first instant after it; not before `from`
public record Span(Instant from, Instant to) {

    public Span {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("expected an end not before " + from + ", found " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
