package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private static final String FILE = """
            [health_check]
            interval_seconds = 10
            failure_threshold = 4
            down_interval_seconds = 20

            [[backends]]
            name = "a"
            url = "http://a"
            type = "vllm"
            timeout_seconds = 2

            [[backends]]
            name = "b"
            url = "http://b"
            type = "vllm"
            interval_seconds = 5
            tls = { insecure = true }
            [backends.labels]
            room = "1"
            """;

    @ParameterizedTest
    @CsvSource({
        "a, url, t.toml:8",
        "a, timeout_seconds, t.toml:10",
        "a, interval_seconds, t.toml:2",
        "a, transition_interval_seconds, t.toml:2",
        "a, down_interval_seconds, t.toml:4",
        "a, failure_threshold, NEXUS_HEALTH_CHECK_FAILURE_THRESHOLD",
        "a, recovery_threshold, NEXUS_HEALTH_CHECK_RECOVERY_THRESHOLD",
        "a, on_parse_error, default",
        "a, priority, default",
        "a, tls.insecure, default",
        "b, interval_seconds, t.toml:16",
        "b, transition_interval_seconds, t.toml:16",
        "b, timeout_seconds, default",
        "b, tls.insecure, t.toml:17",
        "b, labels, t.toml:18",
        "b, no_such_key, default",
        "found, interval_seconds, t.toml:2",
        "found, url, default"
    })
    void aBackendsSettingComesFromItsLineOrWhereItInheritsFrom(String backend, String key, String text) {
        var env = Map.of("NEXUS_HEALTH_CHECK_FAILURE_THRESHOLD", "7", "NEXUS_HEALTH_CHECK_RECOVERY_THRESHOLD", "7");

        assertEquals(text, Given.config(FILE, env).origins().of(backend, key).text());
    }

    @ParameterizedTest
    @CsvSource({
        "health_check.enabled, FLAG, --no-health-check",
        "health_check.interval_seconds, FILE, t.toml:2",
        "server.port, ENVIRONMENT, NEXUS_SERVER_PORT",
        "logging.level, ENVIRONMENT, RUST_LOG",
        "server.host, DEFAULT, default"
    })
    void aSectionsSettingComesFromTheStrongestWhoSetIt(String key, Origin.Kind kind, String text) {
        var flags = new Overrides(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty());
        var env = Map.of("NEXUS_SERVER_PORT", "1", "RUST_LOG", "warn", "NEXUS_HEALTH_CHECK", "true");

        var config = Samples.parsed("t.toml", FILE + "[server]\nport = 5\n", flags, env, Given.TYPES);

        assertEquals(new Origin(kind, text), config.origins().of(key));
    }

    @Test
    void aFileNameOfControlCharactersIsHarmless() {
        var config = Samples.parsed("a\u001b[2J", "[server]\nport = 1", Overrides.NONE, Map.of(), Map.of());

        assertEquals("a\\u001b[2J:2", config.origins().of("server.port").text());
    }
}
