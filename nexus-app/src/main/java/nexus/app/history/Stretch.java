package nexus.app.history;

import java.util.Objects;

/// Some time in which a backend was the same all along.
public record Stretch(Span span, Condition condition) {

    public Stretch {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(condition, "condition");
    }
}
