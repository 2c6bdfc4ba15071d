package nexus.app.config;

import java.util.List;
import java.util.Objects;

/// The whole configuration, valid and complete.
///
/// @param receivers who is told when backends come and go, in file order; names are unique
/// @param backends  in file order; disabled ones included; names are unique
/// @param origins   where each setting comes from
public record NexusConfig(
        ServerConfig server,
        HealthCheckConfig healthCheck,
        DiscoveryConfig discovery,
        HistoryConfig history,
        LoggingConfig logging,
        List<ReceiverConfig> receivers,
        List<BackendConfig> backends,
        Origins origins) {

    public NexusConfig {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(healthCheck, "healthCheck");
        Objects.requireNonNull(discovery, "discovery");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(logging, "logging");
        receivers = List.copyOf(receivers);
        backends = List.copyOf(backends);
        Objects.requireNonNull(origins, "origins");
    }

    /// A configuration that no file was read for, its history at its default.
    public NexusConfig(
            ServerConfig server,
            HealthCheckConfig healthCheck,
            DiscoveryConfig discovery,
            LoggingConfig logging,
            List<BackendConfig> backends) {
        this(server, healthCheck, discovery, HistoryConfig.DEFAULT, logging, List.of(), backends, Origins.NONE);
    }
}
