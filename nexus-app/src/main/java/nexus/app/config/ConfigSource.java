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

    private static final String TOML = ".toml";

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
        return ConfigLoader.load(
                file.orElseThrow(() -> {
                    var problems = new Problems();
                    problems.add(Where.of("nexus", ""), "runs without a configuration file: there is none to read");
                    return problems.exception();
                }),
                flags,
                env,
                typeNames);
    }

    /// Reads a text as if it were the file's content: same name, same folder.
    ///
    /// @throws ConfigException as [#read()]
    public NexusConfig read(String text) {
        return ConfigLoader.load(inputs(), text, flags);
    }

    /// Judges an entry as one of the file's and fills in the defaults. Whether its name is free is another question.
    ///
    /// @return a backend of the source [BackendSource#ADDED]
    /// @throws ConfigException with every problem of the entry
    public BackendConfig complete(BackendEntry entry, NexusConfig base) {
        return new AddedBackends(inputs(), base).read(List.of(entry)).getFirst();
    }

    /// The whole fleet: the file's backends and what was changed and found since.
    ///
    /// @throws ConfigException with every problem of the added entries
    public Composition compose(NexusConfig base, RuntimeChanges changes, Collection<BackendConfig> discovered) {
        String state = stateFile(base).map(file -> file.path().toString()).orElse("");
        return Composition.of(
                base, changes, new AddedBackends(inputs(), base).read(changes.added()), discovered, state);
    }

    /// Where changes at run time are kept: `[server] state_file`, else beside the configuration file
    /// (`nexus.toml`, `nexus.state.toml`); empty where there is neither.
    public Optional<StateFile> stateFile(NexusConfig config) {
        return config.server()
                .stateFile()
                .or(() -> file.map(path -> beside(path, ".state" + TOML)))
                .map(StateFile::new);
    }

    /// Where history is kept if no server keeps it: `[history] file`, else beside the configuration file (`nexus.toml`,
    /// `nexus.history.db`); empty where there is neither.
    public Optional<Path> historyFile(NexusConfig config) {
        return config.history().file().or(() -> file.map(path -> beside(path, ".history.db")));
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(TOML) ? name.substring(0, name.length() - TOML.length()) : name;
        return file.resolveSibling(stem + ending);
    }

    private Inputs inputs() {
        return file.map(path -> Inputs.of(path, env, typeNames)).orElseGet(() -> Inputs.of("request", env, typeNames));
    }
}
