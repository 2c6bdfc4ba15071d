package nexus.app.history;

import java.util.Locale;
import nexus.app.health.BackendStatus;

/// How a backend was, as far as Nexus can tell.
public enum Condition {
    HEALTHY,
    UNHEALTHY,
    /// Watched, but without a verdict yet; or what became of it is lost.
    UNKNOWN,
    DRAINING,
    /// Nexus did not run, or had no such backend. Nobody's downtime.
    NOT_OBSERVED;

    static Condition of(BackendStatus status) {
        return switch (status) {
            case HEALTHY -> HEALTHY;
            case UNHEALTHY -> UNHEALTHY;
            case UNKNOWN -> UNKNOWN;
            case DRAINING -> DRAINING;
        };
    }

    /// The word of JSON: `not_observed`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
