package nexus.app.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlTable;

/// Turns the file, the environment and the flags into a [NexusConfig]. A flag is stronger than the environment,
/// which is stronger than the file, which is stronger than a default. No side effects; safe in any thread.
public final class ConfigLoader {

    private final Inputs inputs;
    private final Schema schema;
    private final Problems problems = new Problems();
    private final Map<String, Where> places = new HashMap<>();

    private ConfigLoader(Inputs inputs) {
        this.inputs = inputs;
        this.schema = new Schema(inputs.typeNames());
    }

    /// Reads a file.
    ///
    /// @param env       the whole environment; only what [Environment] lists and what backends name is read
    /// @param typeNames every accepted spelling of a probe type, to the type itself (`llama.cpp` to `llamacpp`)
    /// @throws ConfigException with every problem there is; after a syntax error with the syntax errors alone
    public static NexusConfig load(Path file, Overrides flags, Map<String, String> env, Map<String, String> typeNames) {
        Path parent = file.toAbsolutePath().getParent();
        var inputs = new Inputs(file.toString(), parent == null ? file : parent, env, typeNames);
        return new ConfigLoader(inputs).read(FileText.read(file), flags);
    }

    /// Reads a text that came from elsewhere. Relative file names in it start at the working directory.
    ///
    /// @param origin what problems call the text
    /// @throws ConfigException as [#load]
    public static NexusConfig parse(
            String origin, String text, Overrides flags, Map<String, String> env, Map<String, String> typeNames) {
        return new ConfigLoader(new Inputs(origin, Path.of("").toAbsolutePath(), env, typeNames)).read(text, flags);
    }

    /// Where the server of this file can be asked, for commands that are its clients. Whatever is wrong with
    /// the file, or its absence, leaves the defaults in place; `NEXUS_SERVER_HOST` and `NEXUS_SERVER_PORT`
    /// count.
    public static ServerConfig serverOf(Path file, Map<String, String> env) {
        var loader = new ConfigLoader(new Inputs(file.toString(), Path.of(""), env, Map.of()));
        try {
            return Sections.server(
                    loader.merged(FileText.read(file), Overrides.NONE).at("server"));
        } catch (ConfigException _) {
            return Sections.server(loader.merged("", Overrides.NONE).at("server"));
        }
    }

    private NexusConfig read(String text, Overrides flags) {
        Settings root = merged(text, flags);
        ServerConfig server = Sections.server(root.at("server"));
        HealthCheckConfig healthCheck = Sections.healthCheck(root.at("health_check"), problems);
        var backends = new Backends(root, healthCheck, server, inputs, problems);
        List<BackendConfig> fleet = backends.read(root.elements("backends"));
        problems.throwIfAny();
        return new NexusConfig(
                server,
                healthCheck,
                Sections.discovery(root.at("discovery")),
                Sections.logging(root.at("logging")),
                fleet);
    }

    /// What is allowed of all sources, the strongest of each key.
    private Settings merged(String text, Overrides flags) {
        TomlTable file = TomlText.parse(inputs.origin(), text);
        var tree = new TomlTree(inputs.origin(), schema, problems);
        var source = new TomlSource(inputs.origin(), tree.walk(file));
        Layer environment = Environment.layer(inputs.env(), schema, problems);
        Layer commandLine = Layer.of(flags, schema, problems);
        places.putAll(tree.places());
        places.putAll(environment.places());
        places.putAll(commandLine.places());
        return new Settings(config(commandLine, environment, source), places);
    }

    /// Helidon's own ideas of where settings come from are all off: its environment mapping would make a
    /// setting of any `SERVER_PORT`, and its value resolving would expand a `${x}` in a header.
    private static Config config(Layer flags, Layer environment, TomlSource file) {
        return Config.builder()
                .sources(
                        List.of(ConfigSources.create(flags.values()), ConfigSources.create(environment.values()), file))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .disableParserServices()
                .disableFilterServices()
                .disableMapperServices()
                .disableKeyResolving()
                .disableValueResolving()
                .build();
    }
}
