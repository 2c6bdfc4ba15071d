package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /// What both have in common; empty if that is no time at all.
    public Optional<Span> cut(Span other) {
        var later = from.isAfter(other.from) ? from : other.from;
        var earlier = to.isBefore(other.to) ? to : other.to;
        return later.isBefore(earlier) ? Optional.of(new Span(later, earlier)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
