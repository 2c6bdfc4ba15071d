package nexus.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Every key of the file, with its type, its range and what is said of it. The sections' keys stand in
/// [SectionSchemas] and [CheckSchema], those of entries in [BackendSchema] and [ReceiverSchema].
final class Schema {

    private final Shape.Section root;
    private final Shape.Section backend;
    private final Shape.Section receiver = ReceiverSchema.section();

    /// @param types every accepted spelling of a probe type, to the type
    Schema(Map<String, String> types) {
        var keys = new LinkedHashMap<String, Key>();
        keys.put("server", SectionSchemas.server());
        keys.put("health_check", CheckSchema.section());
        keys.put("discovery", SectionSchemas.discovery());
        keys.put("history", SectionSchemas.history());
        keys.put("logging", SectionSchemas.logging());
        keys.put(TomlFile.RECEIVERS, ReceiverSchema.KEY);
        keys.put(TomlFile.BACKENDS, BackendSchema.KEY);
        root = section(keys);
        backend = BackendSchema.section(types);
    }

    Shape.Section root() {
        return root;
    }

    /// One entry of `[[backends]]`.
    Shape.Section backend() {
        return backend;
    }

    /// One entry of `[[notify]]`.
    Shape.Section receiver() {
        return receiver;
    }

    /// The scalars of the sections by their full key, `server.port`: what flags and the environment can set.
    Map<String, Scalar> settings() {
        var settings = new LinkedHashMap<String, Scalar>();
        root.keys().forEach((name, key) -> {
            if (key.shape() instanceof Shape.Section section) {
                section.keys().forEach((inner, known) -> settings.put(name + "." + inner, (Scalar) known.shape()));
            }
        });
        return settings;
    }

    /// The section that a key written at the wrong place belongs to.
    Optional<String> homeOf(String key) {
        return root.keys().entrySet().stream()
                .filter(entry -> entry.getValue().shape() instanceof Shape.Section section
                        && section.keys().containsKey(key)
                        && !key.equals("enabled"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Shape.Section section(Map<String, Key> keys) {
        return new Shape.Section(Collections.unmodifiableMap(keys));
    }
}
