package nexus.app.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the file, the environment and the flags into a [NexusConfig]. A flag is stronger than the environment,
/// which is stronger than the file, which is stronger than a default. No side effects; safe in any thread.
public final class ConfigLoader {

    private static final int MOST_BACKENDS = 50_000;
    private static final int MOST_RECEIVERS = 100;

    private final Inputs inputs;
    private final Schema schema;
    private final Problems problems = new Problems();
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, int[]> lines = new HashMap<>();

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
        return load(Inputs.of(file, env, typeNames), FileText.read(file), flags);
    }

    static NexusConfig load(Inputs inputs, String text, Overrides flags) {
        return load(inputs, TomlFile.parse(inputs.origin(), text), flags);
    }

    static NexusConfig load(Inputs inputs, TomlFile file, Overrides flags) {
        return new ConfigLoader(inputs).read(file, flags);
    }

    /// Where the server of this file can be asked, for commands that are its clients. Whatever is wrong with
    /// the file, or its absence, leaves the defaults in place; `NEXUS_SERVER_HOST` and `NEXUS_SERVER_PORT`
    /// count.
    public static ServerConfig serverOf(Path file, Map<String, String> env) {
        var loader = new ConfigLoader(Inputs.of(file, env, Map.of()));
        try {
            return loader.server(TomlFile.parse(file.toString(), FileText.read(file)));
        } catch (ConfigException _) {
            return loader.server(TomlFile.parse("", ""));
        }
    }

    private ServerConfig server(TomlFile file) {
        return new ServerSection(merged(file, Overrides.NONE).at("server"), inputs, problems).read();
    }

    private NexusConfig read(TomlFile file, Overrides flags) {
        Settings root = merged(file, flags);
        ServerConfig server = new ServerSection(root.at("server"), inputs, problems).read();
        Settings checks = root.at("health_check");
        HealthCheckConfig healthCheck = Sections.healthCheck(checks, problems);
        HistoryConfig history = new HistorySection(root.at("history"), inputs, problems).read();
        List<BackendConfig> fleet =
                fleet(file, new Backends(Defaults.of(checks, healthCheck), server, inputs, problems));
        List<ReceiverConfig> receivers = receivers(file);
        problems.throwIfAny();
        return new NexusConfig(
                server,
                healthCheck,
                Sections.discovery(root.at("discovery")),
                history,
                Sections.logging(root.at("logging")),
                receivers,
                fleet,
                Origins.of(origins, inputs.origin(), lines));
    }

    private List<BackendConfig> fleet(TomlFile file, Backends backends) {
        var fleet = new ArrayList<BackendConfig>();
        if (file.isTooMany(MOST_BACKENDS, problems)) {
            return fleet;
        }
        file.backends((_, element, start) -> {
            if (element instanceof RawTable entry) {
                Found found = Walk.backend(entry, schema, start, problems);
                backends.read(found, start).ifPresent(backend -> {
                    fleet.add(backend);
                    lines.put(backend.name(), KeyLines.of(found.places()));
                });
            } else {
                problems.add(start, "expected a table, found " + Shown.value(element));
            }
        });
        return fleet;
    }

    private List<ReceiverConfig> receivers(TomlFile file) {
        var all = new ArrayList<ReceiverConfig>();
        var receivers = new Receivers(inputs, problems);
        file.receivers((index, element, start) -> {
            if (index == MOST_RECEIVERS) {
                problems.add(start, "expected at most " + MOST_RECEIVERS + " receivers");
            } else if (index < MOST_RECEIVERS && element instanceof RawTable entry) {
                receivers
                        .read(Walk.receiver(entry, schema, start, problems), start)
                        .ifPresent(all::add);
            } else if (index < MOST_RECEIVERS) {
                problems.add(start, "expected a table, found " + Shown.value(element));
            }
        });
        return all;
    }

    /// What is allowed of all sources' sections, the strongest of each key.
    private Settings merged(TomlFile file, Overrides flags) {
        Found sections = Walk.sections(file.root(), schema, problems);
        Layer environment = Environment.layer(inputs.env(), schema, problems);
        Layer commandLine = Layer.of(flags, schema, problems);
        var merged = new Found();
        merge(merged, sections.places(), Origin.Kind.FILE);
        merge(merged, environment.places(), Origin.Kind.ENVIRONMENT);
        merge(merged, commandLine.places(), Origin.Kind.FLAG);
        merged.values()
                .putAll(config(commandLine, environment, sections.values())
                        .asMap()
                        .orElse(Map.of()));
        return new Settings(merged, "", Where.of("", ""));
    }

    private void merge(Found merged, Map<String, Where> places, Origin.Kind kind) {
        merged.places().putAll(places);
        places.forEach((key, where) -> origins.put(key, where.origin(kind)));
    }

    /// Helidon's own ideas of where settings come from are all off: its environment mapping would make a
    /// setting of any `SERVER_PORT`, and its value resolving would expand a `${x}` in a text.
    private static Config config(Layer flags, Layer environment, Map<String, String> file) {
        return Config.builder()
                .sources(List.of(
                        ConfigSources.create(flags.values()),
                        ConfigSources.create(environment.values()),
                        ConfigSources.create(file)))
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
