package nexus.app.operate;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nexus.app.config.BackendConfig;
import nexus.app.config.Composition;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.RuntimeChanges;

/// What is in force: the configuration, the changes made since, what was found, and the fleet that follows from the
/// three. Immutable; a valid one is made whole before anything is done with it.
public final class Standing {

    private final ConfigSource source;
    private final NexusConfig config;
    private final RuntimeChanges changes;
    private final List<BackendConfig> discovered;
    private final Composition composition;

    private Standing(ConfigSource source, NexusConfig config, RuntimeChanges changes, List<BackendConfig> discovered) {
        this.source = Objects.requireNonNull(source, "source");
        this.config = Objects.requireNonNull(config, "config");
        this.changes = Objects.requireNonNull(changes, "changes");
        this.discovered = List.copyOf(discovered);
        this.composition = source.compose(config, changes, this.discovered);
    }

    /// What a program starts with: its configuration, and the changes that its state file kept.
    ///
    /// @throws nexus.app.config.ConfigException with every problem of the state file
    public static Standing atStart(ConfigSource source, NexusConfig config) {
        var changes = source.stateFile(config).map(file -> file.read()).orElse(RuntimeChanges.NONE);
        return new Standing(source, config, changes, List.of());
    }

    Standing with(NexusConfig other) {
        return new Standing(source, other, changes, discovered);
    }

    Standing with(RuntimeChanges other) {
        return new Standing(source, config, other, discovered);
    }

    Standing withDiscovered(List<BackendConfig> other) {
        return new Standing(source, config, changes, other);
    }

    /// What the configuration is made of.
    public ConfigSource source() {
        return source;
    }

    public NexusConfig config() {
        return config;
    }

    public RuntimeChanges changes() {
        return changes;
    }

    /// The whole fleet, and where each of its settings comes from.
    public Composition composition() {
        return composition;
    }

    Optional<BackendConfig> backend(String name) {
        return composition.fleet().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst();
    }

    /// The names of the fleet; the caller's own set.
    Set<String> names() {
        return composition.fleet().stream().map(BackendConfig::name).collect(Collectors.toCollection(HashSet::new));
    }
}
