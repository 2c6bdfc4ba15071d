package nexus.app.config;

import java.time.Duration;
import java.util.Objects;

/// When a backend is checked, and how long a check may take. All positive.
///
/// @param interval   between checks at steady state
/// @param timeout    over the whole exchange, name lookup to last body byte
/// @param startup    between checks while Unknown; never above `interval`
/// @param transition while a streak against the present status is running
/// @param down       while Unhealthy
public record Timing(Duration interval, Duration timeout, Duration startup, Duration transition, Duration down) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    public Timing {
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(startup, "startup");
        Objects.requireNonNull(transition, "transition");
        Objects.requireNonNull(down, "down");
    }
}
