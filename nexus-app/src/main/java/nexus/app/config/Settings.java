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
final class Settings {

    private final String key;
    private final Map<String, Config> children = new LinkedHashMap<>();
    private final Map<String, Where> places;

    /// @param node   Helidon's view of the place
    /// @param places where each key was set, by its key in Helidon Config
    Settings(Config node, Map<String, Where> places) {
        this(node.key().toString(), places);
        // Children that are there, once: asking Helidon for one that is not costs as much, ten times a backend.
        node.asNodeList().orElse(List.of()).forEach(child -> children.put(child.name(), child));
    }

    private Settings(String key, Map<String, Where> places) {
        this.key = key;
        this.places = places;
    }

    Settings at(String name) {
        Config child = children.get(name);
        return child == null ? new Settings(keyOf(name), places) : new Settings(child, places);
    }

    /// The elements of a list, in file order.
    List<Settings> elements(String name) {
        return entries(name).stream()
                .flatMap(chunk -> chunk.asNodeList().orElse(List.of()).stream())
                .map(element -> new Settings(element, places))
                .toList();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(children.get(name))
                .flatMap(child -> child.asString().asOptional());
    }

    Optional<Integer> whole(String name) {
        return text(name).map(Integer::valueOf);
    }

    Optional<Boolean> on(String name) {
        return text(name).map(Boolean::valueOf);
    }

    /// To the nanosecond.
    Optional<Duration> seconds(String name) {
        return text(name)
                .map(text ->
                        Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue()));
    }

    /// A table of the user's own keys, in file order.
    Map<String, String> table(String name) {
        var table = new LinkedHashMap<String, String>();
        entries(name).stream()
                .sorted(Comparator.comparing(entry -> places.get(entry.key().toString()), Where.FILE_ORDER))
                .forEach(entry -> table.put(
                        Config.Key.unescapeName(entry.name()), entry.asString().get()));
        return table;
    }

    /// Where a key was set. The place itself for one that nobody set.
    Where where(String name) {
        return places.getOrDefault(keyOf(name), places.getOrDefault(key, Where.of("", "")));
    }

    /// Whether somebody set the key, be it to a value that was refused.
    boolean isSet(String name) {
        return places.containsKey(keyOf(name));
    }

    private List<Config> entries(String name) {
        Config child = children.get(name);
        return child == null ? List.of() : child.asNodeList().orElse(List.of());
    }

    private String keyOf(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
