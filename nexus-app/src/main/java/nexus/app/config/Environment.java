package nexus.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The environment's say: `NEXUS_SECTION_KEY` for every key of a section, short names for some, and `RUST_LOG` as the
/// weakest. No other variable is looked at, `NEXUS_` or not; those that backends name (`api_key_env`, `env:NAME`) are
/// read where they are named.
final class Environment {

    private static final String RUST_LOG = "RUST_LOG";
    private static final String LEVEL = "logging.level";

    /// Short names, and what they set.
    private static final Map<String, String> SHORT =
            new TreeMap<>(Map.of("NEXUS_HEALTH_CHECK", "health_check.enabled", "NEXUS_LOG_LEVEL", LEVEL));

    private Environment() {}

    /// From the weakest to the strongest: a short name beats the long one of the same key.
    static Layer layer(Map<String, String> env, Schema schema, Problems problems) {
        var layer = new Layer(schema.settings(), problems);
        RustLog.level(env.getOrDefault(RUST_LOG, "")).ifPresent(level -> layer.set(RUST_LOG, LEVEL, level));
        schema.settings().keySet().forEach(key -> set(layer, env, variable(key), key));
        SHORT.forEach((variable, key) -> set(layer, env, variable, key));
        return layer;
    }

    private static void set(Layer layer, Map<String, String> env, String variable, String key) {
        if (env.containsKey(variable)) {
            layer.set(variable, key, env.get(variable));
        }
    }

    /// What sets a key, the strongest first; nothing does for the keys of an entry.
    static List<String> variables(String key) {
        var variables = new ArrayList<String>();
        SHORT.forEach((variable, target) -> {
            if (target.equals(key)) {
                variables.add(variable);
            }
        });
        if (new Schema(Map.of()).settings().containsKey(key)) {
            variables.add(variable(key));
        }
        if (key.equals(LEVEL)) {
            variables.add(RUST_LOG);
        }
        return variables;
    }

    /// `server.port` is set by `NEXUS_SERVER_PORT`.
    private static String variable(String key) {
        return "NEXUS_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
