package nexus.app.config;

import java.util.Objects;

/// `[logging]`.
public record LoggingConfig(Level level, Format format) {

    /// The levels, most talkative first.
    public enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR,
        OFF
    }

    /// The shapes of a line.
    public enum Format {
        PRETTY,
        JSON
    }

    public static final LoggingConfig DEFAULT = new LoggingConfig(Level.INFO, Format.PRETTY);

    public LoggingConfig {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(format, "format");
    }
}
