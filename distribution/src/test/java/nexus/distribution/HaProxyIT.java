package nexus.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HAProxy, with `docs/integrations/haproxy.cfg`.
class HaProxyIT {

    @TempDir
    Path folder;

    @Test
    void sendsRequestsWhereNexusSaysAndEverywhereWhenNexusIsAway() throws Exception {
        String haproxy = Tool.installed("haproxy", "haproxy");
        int port = SmallFleet.freePort();
        try (var fleet = SmallFleet.start(folder, "");
                var _ = Tool.start(folder, List.of(haproxy, "-db", "-f", config(fleet, port)))) {
            SmallFleet.awaitAnswersOf(Set.of("gpu-1", "gpu-2"), port);

            // Both servers answer all the time: only Nexus says that one of them is not to be asked.
            fleet.change("/v1/backends/gpu-2/drain");
            SmallFleet.awaitAnswersOf(Set.of("gpu-1"), port);

            fleet.change("/v1/backends/gpu-2/undrain");
            SmallFleet.awaitAnswersOf(Set.of("gpu-1", "gpu-2"), port);

            fleet.change("/v1/backends/gpu-2/drain");
            SmallFleet.awaitAnswersOf(Set.of("gpu-1"), port);
            fleet.stopNexus();
            SmallFleet.awaitAnswersOf(Set.of("gpu-1", "gpu-2"), port);
        }
    }

    private String config(SmallFleet fleet, int port) throws Exception {
        var replaced = Map.of(
                "127.0.0.1:8080", "127.0.0.1:" + port,
                "127.0.0.1 port 8000", "127.0.0.1 port " + fleet.port(),
                "127.0.0.1:8001", "127.0.0.1:" + fleet.firstPort(),
                "127.0.0.1:8002", "127.0.0.1:" + fleet.secondPort(),
                "inter 2s", "inter 200ms");
        return Tool.copy("haproxy.cfg", folder, replaced).toString();
    }
}
