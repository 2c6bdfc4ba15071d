package nexus.app.boot;

import java.util.List;
import nexus.app.config.BackendConfig;
import nexus.app.config.NexusConfig;
import nexus.app.log.Log;

/// What the user may not expect of a valid configuration is said once, at start.
final class Notices {

    private Notices() {}

    /// @param fleet with what was added and removed while Nexus ran before
    static void tell(NexusConfig config, List<BackendConfig> fleet) {
        if (config.discovery().enabled()) {
            Log.of("discovery").info("listening for servers that announce themselves by mDNS");
        }
        var health = Log.of("health");
        if (!config.healthCheck().enabled()) {
            health.info("health checks are disabled, every backend stays unknown");
        }
        if (fleet.isEmpty()) {
            health.warn("no backends are configured, the fleet is unhealthy");
        }
    }
}
