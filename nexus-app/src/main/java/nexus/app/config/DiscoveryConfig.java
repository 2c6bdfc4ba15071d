package nexus.app.config;

import java.util.List;

/// `[discovery]`: off unless asked for.
///
/// @param networks ranges that `nexus discover` asks when it is told to look around: `10.0.0.0/24`
public record DiscoveryConfig(boolean enabled, List<String> networks) {

    public static final DiscoveryConfig DEFAULT = new DiscoveryConfig(false, List.of());

    public DiscoveryConfig {
        networks = List.copyOf(networks);
    }
}
