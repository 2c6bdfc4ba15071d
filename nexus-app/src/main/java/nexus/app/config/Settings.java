package nexus.app.config;

import io.helidon.config.Config;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The merged settings at one place: a section, or a backend. What was refused is absent, like what nobody set.
///
/// @param node   Helidon's view of the place
/// @param places where each key was set, by its key in Helidon Config
record Settings(Config node, Map<String, Where> places) {

    Settings at(String key) {
        return new Settings(node.get(key), places);
    }

    List<Settings> elements(String key) {
        return node.get(key).asNodeList().orElse(List.of()).stream()
                .map(element -> new Settings(element, places))
                .toList();
    }

    Optional<String> text(String key) {
        return node.get(key).asString().asOptional();
    }

    Optional<Integer> whole(String key) {
        return text(key).map(Integer::valueOf);
    }

    Optional<Boolean> on(String key) {
        return text(key).map(Boolean::valueOf);
    }

    /// To the nanosecond.
    Optional<Duration> seconds(String key) {
        return text(key)
                .map(text ->
                        Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue()));
    }

    /// A table of the user's own keys, in file order.
    Map<String, String> table(String key) {
        var table = new LinkedHashMap<String, String>();
        node.get(key).asNodeList().orElse(List.of()).stream()
                .sorted(Comparator.comparing(entry -> places.get(entry.key().toString()), Where.FILE_ORDER))
                .forEach(entry -> table.put(
                        Config.Key.unescapeName(entry.name()), entry.asString().get()));
        return table;
    }

    /// Where a key was set. The place itself for one that nobody set.
    Where where(String key) {
        return places.getOrDefault(node.get(key).key().toString(), where());
    }

    Where where() {
        return places.getOrDefault(node.key().toString(), Where.of("", ""));
    }

    /// Whether somebody set the key, be it to a value that was refused.
    boolean isSet(String key) {
        return places.containsKey(node.get(key).key().toString());
    }
}
