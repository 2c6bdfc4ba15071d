package nexus.app.config;

import java.util.List;
import java.util.Objects;

/// The whole configuration, valid and complete.
///
/// @param backends in file order; disabled ones included; names are unique
public record NexusConfig(
        ServerConfig server,
        HealthCheckConfig healthCheck,
        DiscoveryConfig discovery,
        LoggingConfig logging,
        List<BackendConfig> backends) {

    public NexusConfig {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(healthCheck, "healthCheck");
        Objects.requireNonNull(discovery, "discovery");
        Objects.requireNonNull(logging, "logging");
        backends = List.copyOf(backends);
    }
}
