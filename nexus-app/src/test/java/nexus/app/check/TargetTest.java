package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendConfig.Header;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.OnParseError;
import nexus.app.config.Secret;
import nexus.app.config.Timing;
import nexus.app.config.TlsConfig;
import nexus.app.exchange.Endpoint;
import nexus.app.health.Thresholds;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void theTokenBehindASchemeIsHiddenWithoutItToo() {
        assertEquals("no user for [redacted]", shown("no user for otter-nest", "Bearer otter-nest"));
    }

    private static String shown(String text, String... headerValues) {
        return CleanText.of(text, target(headerValues).secrets());
    }

    private static Target target(String... headerValues) {
        List<Header> headers = Arrays.stream(headerValues)
                .map(value -> new Header("X-Gateway", new Secret(value), false))
                .toList();
        var config = new BackendConfig(
                "x",
                BackendUrl.parse("http://gpu-1"),
                "openai",
                50,
                true,
                Map.of(),
                Optional.empty(),
                headers,
                Timing.DEFAULT,
                Thresholds.DEFAULT,
                Optional.empty(),
                OnParseError.FAIL,
                TlsConfig.DEFAULT,
                BackendSource.CONFIGURED);
        var probe = Probes.load().byType("openai").orElseThrow();
        return Target.of(config, probe, Endpoint.plain("gpu-1", 80), 1000);
    }
}
