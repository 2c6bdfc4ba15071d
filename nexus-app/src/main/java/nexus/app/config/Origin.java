package nexus.app.config;

import java.util.Objects;

/// Where a setting comes from.
///
/// @param text as the user knows it: `nexus.toml:12`, `NEXUS_HEALTH_CHECK_TIMEOUT_SECONDS`, `--no-health-check`,
///             `default`; no control characters
public record Origin(Kind kind, String text) {

    /// The kinds of places.
    public enum Kind {
        FILE,
        STATE,
        ENVIRONMENT,
        FLAG,
        DEFAULT
    }

    public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

    public Origin {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
