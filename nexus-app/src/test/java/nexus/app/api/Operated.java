package nexus.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nexus.app.check.Recognition;
import nexus.app.config.ConfigSource;
import nexus.app.config.DiscoveryConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.LoggingConfig;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.config.ServerConfig;
import nexus.app.events.EventLog;
import nexus.app.events.MemoryStore;
import nexus.app.history.Past;
import nexus.app.metrics.Metrics;
import nexus.app.notify.Notifier;
import nexus.app.operate.Checks;
import nexus.app.operate.Operator;
import nexus.app.operate.Standing;
import nexus.app.operate.Surroundings;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.Registry;

/// Operators without a checker behind them: what is checked comes out as it was.
final class Operated {

    static final Map<String, String> TYPES = Map.of(
            "vllm", "vllm", "ollama", "ollama", "llamacpp", "llamacpp", "llama.cpp", "llamacpp", "generic", "generic");

    private static final Checks NO_CHECKS = new Checks(_ -> {}, () -> {}, Operated::unchanged);

    private Operated() {}

    /// Of a fleet that no file names: its changes live in memory.
    static Operator of(Registry registry) {
        var fleet = registry.backends().stream().map(Backend::config).toList();
        var config = new NexusConfig(
                ServerConfig.DEFAULT,
                HealthCheckConfig.DEFAULT,
                DiscoveryConfig.DEFAULT,
                LoggingConfig.DEFAULT,
                List.copyOf(fleet));
        return of(new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), TYPES), config, registry);
    }

    /// A server over this fleet.
    static ApiServer start(ServerConfig server, Registry registry) {
        return start(server, registry, of(registry));
    }

    static ApiServer start(ServerConfig server, Registry registry, Operator operator) {
        return ApiServer.start(() -> server, sources(registry, operator, events(registry), Optional.empty()));
    }

    static ApiServer start(ServerConfig server, Registry registry, Past past) {
        return ApiServer.start(() -> server, sources(registry, of(registry), events(registry), Optional.of(past)));
    }

    static ApiServer start(ServerConfig server, Registry registry, EventLog events) {
        return ApiServer.start(() -> server, sources(registry, of(registry), events, Optional.empty()));
    }

    static Endpoints endpoints(ServerConfig server, Registry registry) {
        return new Endpoints(() -> server, sources(registry, of(registry), events(registry), Optional.empty()));
    }

    private static ApiSources sources(Registry registry, Operator operator, EventLog events, Optional<Past> past) {
        var notifier = Notifier.start(List.of(), events, registry, Fleets.CLOCK, "0.1.0");
        return new ApiSources(registry, Fleets.INFO, operator, events, metrics(registry), notifier, past);
    }

    static Operator of(ConfigSource source, NexusConfig config, Registry registry) {
        var around = new Surroundings(
                NO_CHECKS,
                _ -> new Recognition.Recognised("vllm", "/version answers as vllm does"),
                _ -> {},
                Fleets.CLOCK);
        return new Operator(Standing.atStart(source, config), registry, around);
    }

    private static CompletableFuture<Change> unchanged(Backend backend) {
        return CompletableFuture.completedFuture(new Change(backend.snapshot(), backend.snapshot()));
    }

    private static Metrics metrics(Registry registry) {
        return Metrics.observing(registry, "0.1.0", Fleets.NOW);
    }

    private static EventLog events(Registry registry) {
        var events = EventLog.start(new MemoryStore(), Fleets.CLOCK, "0.1.0");
        registry.observe(events);
        return events;
    }
}
