package nexus.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One `[[backends]]` entry as a user gave it, not yet judged: [ConfigSource#complete] does that. Two entries are
/// equal when their settings are. Immutable.
public final class BackendEntry {

    /// What problems of an entry without a file name as their place.
    private static final Where REQUEST = Where.of("request", "");

    private final Map<String, Object> settings;
    private final Where start;
    private final int[] lines;

    /// @param settings by their keys in the file, in the user's order; values are `String`, `Long`, `Double`,
    ///                 `Boolean`, and `Map<String, ...>` of these for `labels`, `headers` and `tls`
    public BackendEntry(Map<String, Object> settings) {
        this(settings, REQUEST, KeyLines.of(settings.keySet()));
    }

    /// An entry of a file.
    ///
    /// @param lines as [KeyLines] packs them
    BackendEntry(Map<String, Object> settings, Where start, int[] lines) {
        var copy = new LinkedHashMap<String, Object>();
        settings.forEach((key, value) -> copy.put(key, plain(value)));
        this.settings = Collections.unmodifiableMap(copy);
        this.start = start;
        this.lines = lines;
    }

    /// One form for each value, so that equal settings are equal.
    private static Object plain(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case Map<?, ?> table -> {
                var copy = new LinkedHashMap<Object, Object>();
                table.forEach((key, inner) -> copy.put(key, plain(inner)));
                yield Collections.unmodifiableMap(copy);
            }
            default -> value;
        };
    }

    /// An entry with the three keys that each one needs.
    public static BackendEntry of(String name, String url, String type) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("name", name);
        settings.put("url", url);
        settings.put("type", type);
        return new BackendEntry(settings);
    }

    public Map<String, Object> settings() {
        return settings;
    }

    /// Where the entry stands.
    Where start() {
        return start;
    }

    /// The lines of its keys, as [KeyLines] packs them; not to be written to.
    int[] lines() {
        return lines;
    }

    /// The name, where there is one and it is a text.
    public Optional<String> name() {
        return text("name");
    }

    /// The same entry with one setting added at its end, or replaced where it stands. The new entry
    /// stands in no file.
    public BackendEntry with(String key, Object value) {
        var changed = new LinkedHashMap<>(settings);
        changed.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return new BackendEntry(changed);
    }

    private Optional<String> text(String key) {
        return settings.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackendEntry that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /// Without the settings: nobody has looked yet whether one of them is a secret at the wrong place.
    @Override
    public String toString() {
        return "BackendEntry" + settings.keySet();
    }
}
