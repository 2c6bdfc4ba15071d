package nexus.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.DiscoveryConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.LoggingConfig;
import nexus.app.config.NexusConfig;
import nexus.app.config.OnParseError;
import nexus.app.config.ServerConfig;
import nexus.app.config.Timing;
import nexus.app.health.Thresholds;

/// A fleet of stand-ins with scripted troubles. [#close()] ends every thread and frees every port.
public final class DemoFleet implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Timing TIMING =
            new Timing(INTERVAL, Duration.ofSeconds(1), Duration.ofSeconds(1), INTERVAL, INTERVAL);

    private final Map<String, StandIn> standIns;
    private final Performance performance;

    private DemoFleet(Map<String, StandIn> standIns, Performance performance) {
        this.standIns = standIns;
        this.performance = performance;
    }

    /// Starts the servers, then the script.
    ///
    /// @param narrator is told each trouble in one line, by the script's thread
    /// @throws DemoException when a port can't be had
    public static DemoFleet start(Consumer<String> narrator) {
        return start(narrator, Tour.SCRIPT, Pacer.realTime());
    }

    static DemoFleet start(Consumer<String> narrator, Tour tour, Pacer pacer) {
        var standIns = new LinkedHashMap<String, StandIn>();
        try {
            for (var role : Cast.ALL) {
                var latency =
                        new Latency(role.floor(), role.spread(), role.name().hashCode());
                standIns.put(role.name(), StandIn.start(role.name(), role.first(), latency));
            }
            return new DemoFleet(standIns, Performance.start(tour, standIns, narrator, pacer));
        } catch (DemoException e) {
            standIns.values().forEach(StandIn::close);
            throw e;
        }
    }

    /// The stand-in that plays this backend.
    public Optional<StandIn> standIn(String name) {
        return Optional.ofNullable(standIns.get(name));
    }

    /// A configuration that watches this fleet closely enough for troubles to show within seconds.
    ///
    /// @param port where Nexus shall listen; 0 takes a free one
    public NexusConfig config(String host, int port) {
        var health = new HealthCheckConfig(
                true,
                TIMING,
                Thresholds.DEFAULT.failure(),
                Thresholds.DEFAULT.recovery(),
                HealthCheckConfig.DEFAULT.maxBodyBytes(),
                OnParseError.FAIL);
        return new NexusConfig(
                new ServerConfig(host, port, 1), health, DiscoveryConfig.DEFAULT, LoggingConfig.DEFAULT, backends());
    }

    private List<BackendConfig> backends() {
        var backends = new ArrayList<BackendConfig>();
        for (var role : Cast.ALL) {
            var url = BackendUrl.parse(standIns.get(role.name()).url());
            backends.add(BackendConfig.of(role.name(), url, role.type()).withTiming(TIMING));
        }
        return backends;
    }

    /// What to try while it runs, several lines, ready to be pasted.
    ///
    /// @param port where Nexus listens
    public String hints(int port) {
        String nexus = "http://127.0.0.1:" + port;
        return """
                Try, in another terminal:
                  ./nexus health --url %1$s
                  ./nexus backends list --url %1$s
                  ./nexus models --url %1$s
                  ./nexus why %2$s --url %1$s
                  curl -s %1$s/health
                  curl -s %1$s/v1/models
                  curl -s %1$s/v1/backends/%2$s
                The fleet is real HTTP, so you can ask it yourself:
                  curl -i %3$s/health
                  ./nexus check %4$s --type vllm
                Ctrl+C ends it all.""".formatted(
                        nexus,
                        Cast.GPU_2,
                        standIns.get(Cast.OLD_SERVER).url(),
                        standIns.get(Cast.GPU_2).url());
    }

    @Override
    public void close() {
        performance.close();
        standIns.values().forEach(StandIn::close);
    }
}
