package nexus.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One `[[notify]]` entry: who is told when backends come and go, and how.
///
/// @param name       unique, `[A-Za-z0-9._-]{1,64}`
/// @param credential of the shape's own kind: what it signs with, or is let in by
/// @param scope      which backends it hears of
/// @param topics     what it hears of them; not empty
/// @param group      how long changes are gathered for one message; positive
/// @param remind     after how long it is reminded of what is still unhealthy; zero: never
/// @param timeout    for one attempt, name lookup to last byte; positive
/// @param caFile     a PEM file of the authorities to trust instead of the JDK's
public record ReceiverConfig(
        String name,
        ReceiverUrl url,
        ReceiverShape shape,
        Optional<BackendConfig.Credential> credential,
        Scope scope,
        Set<ReceiverTopic> topics,
        Duration group,
        Duration remind,
        QuietHours quiet,
        Duration timeout,
        Optional<Path> caFile) {

    /// Parts of a path that are shorter are words, not keys.
    private static final int SHORTEST_SECRET = 8;

    /// Which backends somebody hears of: of all where both are empty, else of those that both allow.
    ///
    /// @param backends by name
    /// @param labels   that a backend must have, all of them
    public record Scope(Set<String> backends, Map<String, String> labels) {
        public static final Scope ALL = new Scope(Set.of(), Map.of());

        public Scope {
            backends = Set.copyOf(backends);
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }

        public boolean holds(BackendConfig backend) {
            return (backends.isEmpty() || backends.contains(backend.name()))
                    && backend.labels().entrySet().containsAll(labels.entrySet());
        }
    }

    public ReceiverConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(scope, "scope");
        topics = Set.copyOf(topics);
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(remind, "remind");
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(caFile, "caFile");
    }

    /// What its requests carry and nobody may see.
    public List<String> secrets() {
        var secrets = new ArrayList<String>();
        credential.ifPresent(known -> secrets.add(known.key().reveal()));
        String target = url.target().reveal();
        for (String part : target.split("[/?&=]")) {
            if (part.length() >= SHORTEST_SECRET) {
                secrets.add(part);
            }
        }
        return secrets.stream().distinct().toList();
    }
}
