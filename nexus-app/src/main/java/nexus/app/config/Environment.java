package nexus.app.config;

import java.util.Locale;
import java.util.Map;

/// The environment's say: `NEXUS_SECTION_KEY` for every key of a section, `NEXUS_HEALTH_CHECK`,
/// `NEXUS_LOG_LEVEL`, and `RUST_LOG` as the weakest. No other variable is looked at, `NEXUS_` or not; those
/// that backends name (`api_key_env`, `env:NAME`) are read where they are named.
final class Environment {

    private Environment() {}

    /// From the weakest to the strongest: a short name beats the long one of the same key.
    static Layer layer(Map<String, String> env, Schema schema, Problems problems) {
        var layer = new Layer(schema.settings(), problems);
        RustLog.level(env.getOrDefault("RUST_LOG", ""))
                .ifPresent(level -> layer.set("RUST_LOG", "logging.level", level));
        schema.settings().keySet().forEach(key -> set(layer, env, variable(key), key));
        set(layer, env, "NEXUS_HEALTH_CHECK", "health_check.enabled");
        set(layer, env, "NEXUS_LOG_LEVEL", "logging.level");
        return layer;
    }

    private static void set(Layer layer, Map<String, String> env, String variable, String key) {
        if (env.containsKey(variable)) {
            layer.set(variable, key, env.get(variable));
        }
    }

    /// `server.port` is set by `NEXUS_SERVER_PORT`.
    private static String variable(String key) {
        return "NEXUS_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
