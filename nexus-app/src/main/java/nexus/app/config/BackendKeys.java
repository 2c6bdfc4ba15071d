package nexus.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The keys of a backend, as a plan compares them, and what a change of each of them means. A new key belongs into
/// this table; a test compares it with the [Schema].
final class BackendKeys {

    /// What a changed key does to a backend, the strongest first.
    enum Effect {
        RESTARTED,
        RETIMED,
        CHANGED
    }

    /// @param difference empty where both are the same
    record Key(String name, Effect effect, BiFunction<BackendConfig, BackendConfig, List<KeyChange>> difference) {}

    static final List<Key> ALL = List.of(
            key("url", Effect.RESTARTED, BackendConfig::url),
            key("type", Effect.RESTARTED, BackendConfig::type),
            key("priority", Effect.CHANGED, BackendConfig::priority),
            key("enabled", Effect.RESTARTED, BackendConfig::enabled),
            new Key("labels", Effect.CHANGED, BackendKeys::labels),
            key("api_key_env", Effect.RESTARTED, BackendConfig::credential, BackendKeys::credential),
            new Key("headers", Effect.RESTARTED, BackendKeys::headers),
            key("interval_seconds", Effect.RETIMED, backend -> backend.timing().interval()),
            key("timeout_seconds", Effect.RETIMED, backend -> backend.timing().timeout()),
            key(
                    "startup_interval_seconds",
                    Effect.RETIMED,
                    backend -> backend.timing().startup()),
            derived("transition_interval_seconds", Timing::transition),
            derived("down_interval_seconds", Timing::down),
            key(
                    "failure_threshold",
                    Effect.CHANGED,
                    backend -> backend.thresholds().failure()),
            key(
                    "recovery_threshold",
                    Effect.CHANGED,
                    backend -> backend.thresholds().recovery()),
            key("health_path", Effect.RESTARTED, BackendConfig::healthPath, BackendKeys::path),
            key("on_parse_error", Effect.CHANGED, BackendConfig::onParseError),
            new Key("tls.ca_file", Effect.RESTARTED, BackendKeys::caFile),
            key("tls.insecure", Effect.RESTARTED, backend -> backend.tls().insecure()),
            key("source", Effect.CHANGED, BackendConfig::source));

    private BackendKeys() {}

    /// What a change of this key does.
    ///
    /// @throws java.util.NoSuchElementException for a key that is not in the table
    static Effect effect(String name) {
        return ALL.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow()
                .effect();
    }

    private static Key key(String name, Effect effect, Function<BackendConfig, Object> value) {
        return key(name, effect, value, value.andThen(SectionKeys::shown));
    }

    private static Key key(
            String name, Effect effect, Function<BackendConfig, Object> value, Function<BackendConfig, String> shown) {
        return new Key(
                name,
                effect,
                (old, now) -> value.apply(old).equals(value.apply(now))
                        ? List.of()
                        : List.of(KeyChange.of(name, shown.apply(old), shown.apply(now))));
    }

    /// A time that is the interval's where nobody set it: it is no news that it goes with that.
    private static Key derived(String name, Function<Timing, Object> value) {
        Key plain = key(name, Effect.RETIMED, backend -> value.apply(backend.timing()));
        return new Key(
                name,
                Effect.RETIMED,
                (old, now) -> value.apply(old.timing()).equals(old.timing().interval())
                                && value.apply(now.timing()).equals(now.timing().interval())
                        ? List.of()
                        : plain.difference().apply(old, now));
    }

    private static String credential(BackendConfig backend) {
        return backend.credential()
                .map(key -> Rules.shownVariable(key.variable()))
                .orElse(KeyChange.UNSET);
    }

    /// Without its query, which may carry a key.
    private static String path(BackendConfig backend) {
        return backend.healthPath().map(Shown::url).orElse(KeyChange.UNSET);
    }

    /// Other authorities in a file of the same name are a change too.
    private static List<KeyChange> caFile(BackendConfig old, BackendConfig now) {
        Optional<CaFile> before = old.tls().caFile();
        Optional<CaFile> after = now.tls().caFile();
        if (before.equals(after)) {
            return List.of();
        }
        String was = SectionKeys.shown(before.map(CaFile::path));
        String is = SectionKeys.shown(after.map(CaFile::path));
        return List.of(new KeyChange("tls.ca_file", was, was.equals(is) ? "its certificates changed" : is));
    }

    private static List<KeyChange> labels(BackendConfig old, BackendConfig now) {
        var before = new TreeMap<String, String>();
        old.labels().forEach((name, value) -> before.put(name, Shown.quoted(value)));
        var after = new TreeMap<String, String>();
        now.labels().forEach((name, value) -> after.put(name, Shown.quoted(value)));
        return named("labels.", old.labels(), before, now.labels(), after);
    }

    /// By their names alone.
    private static List<KeyChange> headers(BackendConfig old, BackendConfig now) {
        Map<String, Secret> before = headers(old);
        Map<String, Secret> after = headers(now);
        var set = new TreeMap<String, String>();
        before.keySet().forEach(name -> set.put(name, "set"));
        after.keySet().forEach(name -> set.put(name, "set"));
        List<KeyChange> changes = named("headers.", before, set, after, set);
        if (!changes.isEmpty() || old.headers().equals(now.headers())) {
            return changes;
        }
        boolean sameOrder = List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()));
        return sameOrder
                ? now.headers().stream()
                        .filter(header -> !old.headers().contains(header))
                        .map(header -> new KeyChange(
                                "headers." + header.name(),
                                "set",
                                header.fromVariable() ? "from a variable" : "in the file"))
                        .toList()
                : List.of(new KeyChange("headers", "set", "their order changed"));
    }

    private static Map<String, Secret> headers(BackendConfig backend) {
        var headers = new LinkedHashMap<String, Secret>();
        backend.headers().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }

    /// @param before,after what is compared
    /// @param shownBefore,shownAfter how each is shown
    private static List<KeyChange> named(
            String prefix,
            Map<String, ?> before,
            Map<String, String> shownBefore,
            Map<String, ?> after,
            Map<String, String> shownAfter) {
        var names = new LinkedHashMap<String, Object>(before);
        names.putAll(after);
        var changes = new ArrayList<KeyChange>();
        for (String name : names.keySet()) {
            boolean was = before.containsKey(name);
            boolean is = after.containsKey(name);
            if (!was || !is || !before.get(name).equals(after.get(name))) {
                changes.add(KeyChange.of(
                        prefix + Shown.key(name),
                        was ? shownBefore.get(name) : KeyChange.UNSET,
                        is ? shownAfter.get(name) : KeyChange.UNSET));
            }
        }
        return changes;
    }
}
