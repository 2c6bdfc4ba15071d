package nexus.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The merged settings at one place: a section, or a backend. What was refused is absent, like what nobody set.
///
/// @param prefix of the keys at this place: empty, or ends with a dot
/// @param start  the place itself
record Settings(Found found, String prefix, Where start) {

    Settings at(String name) {
        return new Settings(found, prefix + name + ".", where(name));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(found.values().get(prefix + name));
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

    /// The parts of a [Scalar.Texts].
    Optional<List<String>> texts(String name) {
        return text(name).map(Scalar.Texts::parts);
    }

    /// A table of the user's own keys, in file order.
    Map<String, String> table(String name) {
        String start = prefix + name + ".";
        var table = new LinkedHashMap<String, String>();
        found.values().keySet().stream()
                .filter(key -> key.startsWith(start))
                .sorted(Comparator.comparing(found.places()::get, Where.FILE_ORDER))
                .forEach(key ->
                        table.put(key.substring(start.length()), found.values().get(key)));
        return table;
    }

    /// Where a key was set. The place itself for one that nobody set.
    Where where(String name) {
        return found.places().getOrDefault(prefix + name, start);
    }

    /// Whether somebody set the key, be it to a value that was refused.
    boolean isSet(String name) {
        return found.places().containsKey(prefix + name);
    }
}
