package nexus.app.config;

import java.util.Objects;
import java.util.Optional;

/// What the command line says: stronger than the environment and the file.
///
/// @param host        `--host`
/// @param port        `--port`, not yet checked
/// @param healthCheck false for `--no-health-check`
/// @param logLevel    `--log-level`, not yet checked
public record Overrides(
        Optional<String> host, Optional<Integer> port, Optional<Boolean> healthCheck, Optional<String> logLevel) {

    /// No flag was given.
    public static final Overrides NONE =
            new Overrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Overrides {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(healthCheck, "healthCheck");
        Objects.requireNonNull(logLevel, "logLevel");
    }
}
