package nexus.app.health;

import java.util.Locale;

/// What Nexus believes of a backend.
public enum BackendStatus {
    /// Too few checks so far to say anything; where every backend starts.
    UNKNOWN,
    HEALTHY,
    UNHEALTHY,
    /// Taken out of service by the operator: still checked, never promoted or demoted.
    DRAINING;

    private final String label = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    private final String text = name().toLowerCase(Locale.ROOT);

    /// The word of the log: `Healthy`.
    public String label() {
        return label;
    }

    /// The word of JSON and of the command line: `healthy`.
    public String text() {
        return text;
    }
}
