package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.Samples;
import nexus.app.config.TlsConfig;
import nexus.app.probes.Probes;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final TlsConfig TLS = new TlsConfig(Optional.empty(), true);

    @Test
    void trustIsSharedAsLongAsABackendNeedsIt() {
        try (var targets = new Targets(Probes.load(), 1000)) {
            var roster = new Roster(targets);
            var fleet = new Registry(List.of(backend("a"), backend("b")), InstantSource.system()).backends();
            roster.follow(fleet);
            var trust = targets.trusts().of(TLS);

            roster.follow(fleet.subList(0, 1));
            assertSame(trust, targets.trusts().of(TLS));

            roster.follow(List.of());
            assertNotSame(trust, targets.trusts().of(TLS));
        }
    }

    private static BackendConfig backend(String name) {
        return Samples.trusted(BackendConfig.of(name, BackendUrl.parse("https://127.0.0.1:1"), "openai"), TLS);
    }
}
