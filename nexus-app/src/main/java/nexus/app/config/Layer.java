package nexus.app.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// One flat source of settings beside the file: the flags, or the environment. Confined to one load.
final class Layer {

    private final Map<String, Scalar> settings;
    private final Problems problems;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Where> places = new LinkedHashMap<>();

    Layer(Map<String, Scalar> settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /// Takes a setting if its value is allowed; a later one of the same key is stronger.
    ///
    /// @param origin the flag or the variable, as the user writes it
    /// @param key    `server.port`
    void set(String origin, String key, String text) {
        Where where = Where.of(origin, key);
        switch (settings.get(key).text(text)) {
            case Verdict.Accepted accepted -> {
                values.put(key, accepted.text());
                places.put(key, where);
            }
            case Verdict.Refused refused -> problems.add(where, refused.why());
        }
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, Where> places() {
        return places;
    }

    /// The flags as a layer.
    static Layer of(Overrides flags, Schema schema, Problems problems) {
        var layer = new Layer(schema.settings(), problems);
        flags.values().forEach((key, text) -> layer.set(Overrides.flag(key).orElseThrow(), key, text));
        return layer;
    }
}
