package nexus.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final Map<String, String> FLAGS = Map.of(
            "server.host", "--host",
            "server.port", "--port",
            "health_check.enabled", "--no-health-check",
            "logging.level", "--log-level");

    public Overrides {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(healthCheck, "healthCheck");
        Objects.requireNonNull(logLevel, "logLevel");
    }

    /// The flag of `nexus serve` that sets a key.
    static Optional<String> flag(String key) {
        return Optional.ofNullable(FLAGS.get(key));
    }

    /// What was given, by key.
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        host.ifPresent(text -> values.put("server.host", text));
        port.ifPresent(number -> values.put("server.port", number.toString()));
        healthCheck.ifPresent(on -> values.put("health_check.enabled", on.toString()));
        logLevel.ifPresent(text -> values.put("logging.level", text));
        return values;
    }
}
