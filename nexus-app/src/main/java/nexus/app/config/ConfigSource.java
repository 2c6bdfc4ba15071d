package nexus.app.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the running configuration was made of, so that it can be made again. Immutable; safe in any thread.
///
/// @param file      the configuration file; empty for the demo and the like, which have none
/// @param flags     what the command line said
/// @param env       the whole environment
/// @param typeNames every accepted spelling of a probe type, to the type itself
public record ConfigSource(
        Optional<Path> file, Overrides flags, Map<String, String> env, Map<String, String> typeNames) {

    public ConfigSource {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(flags, "flags");
        env = Map.copyOf(env);
        typeNames = Map.copyOf(typeNames);
    }

    /// Reads the file as it is now.
    ///
    /// @throws ConfigException with every problem there is; also when there is no file
    public NexusConfig read() {
        return ConfigLoader.load(file.orElseThrow(), flags, env, typeNames);
    }

    /// Reads a text as if it were the file's content: same name, same folder.
    ///
    /// @throws ConfigException as [#read()]
    public NexusConfig read(String text) {
        return ConfigLoader.parse(file.orElseThrow().toString(), text, flags, env, typeNames);
    }

    /// Judges an entry as one of the file's and fills in the defaults. Whether its name is free is another question.
    ///
    /// @throws ConfigException with every problem of the entry
    public BackendConfig complete(BackendEntry entry, NexusConfig base) {
        throw new ConfigException(List.of());
    }

    /// The whole fleet: the file's backends and what was changed and found since.
    ///
    /// @throws ConfigException with every problem of the added entries
    public Composition compose(NexusConfig base, RuntimeChanges changes, Collection<BackendConfig> discovered) {
        List<BackendConfig> added = changes.added().stream()
                .map(entry -> complete(entry, base).withSource(BackendSource.ADDED))
                .toList();
        return Composition.of(base, changes, added, discovered);
    }

    /// Where changes at run time are kept: `[server] state_file`, else beside the configuration file
    /// (`nexus.toml`, `nexus.state.toml`); empty where there is neither.
    public Optional<StateFile> stateFile(NexusConfig config) {
        return config.server().stateFile().map(StateFile::new);
    }
}
