package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.health.Thresholds;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    @Test
    void anEmptyFileIsEveryDefaultAndNoBackend() {
        NexusConfig config = Given.config("");

        assertEquals(new ServerConfig("127.0.0.1", 8000, 1), config.server());
        var seconds30 = Duration.ofSeconds(30);
        var timing = new Timing(seconds30, Duration.ofSeconds(5), Duration.ofSeconds(1), seconds30, seconds30);
        assertEquals(new HealthCheckConfig(true, timing, 3, 2, 2_097_152, OnParseError.FAIL), config.healthCheck());
        assertEquals(DiscoveryConfig.DEFAULT, config.discovery());
        assertEquals(new LoggingConfig(LoggingConfig.Level.INFO, LoggingConfig.Format.PRETTY), config.logging());
        assertEquals(List.of(), config.backends());
    }

    @Test
    void aBackendNeedsThreeKeys() {
        assertEquals(
                BackendConfig.of("a", BackendUrl.parse("http://gpu-1:8001"), "vllm"), Given.backend(Given.BACKEND));
    }

    @Test
    void aBackendTakesTheCommonSettingsThatItDoesNotSet() {
        BackendConfig backend = Given.backend("""
                [health_check]
                interval_seconds = 10
                timeout_seconds = 2.5
                failure_threshold = 4
                recovery_threshold = 6
                on_parse_error = "alive"
                startup_interval_seconds = 2
                transition_interval_seconds = 3
                down_interval_seconds = 60
                """ + Given.BACKEND);

        assertEquals(timing(10_000, 2_500, 2_000, 3_000, 60_000), backend.timing());
        assertEquals(new Thresholds(4, 6), backend.thresholds());
        assertEquals(OnParseError.ALIVE, backend.onParseError());
    }

    @Test
    void aBackendsOwnSettingsAreStronger() {
        BackendConfig backend = Given.backend(
                "[health_check]\ninterval_seconds = 10\non_parse_error = \"alive\"\n" + Given.BACKEND + """
                interval_seconds = 0.5
                timeout_seconds = 0.25
                failure_threshold = 1
                recovery_threshold = 9
                on_parse_error = "fail"
                health_path = "/up?x=1"
                priority = 7
                enabled = false
                tls = { insecure = true }
                """);

        assertEquals(timing(500, 250, 500, 500, 500), backend.timing(), "startup is never above the interval");
        assertEquals(new Thresholds(1, 9), backend.thresholds());
        assertEquals(OnParseError.FAIL, backend.onParseError());
        assertEquals(Optional.of("/up?x=1"), backend.healthPath());
        assertEquals(7, backend.priority());
        assertEquals(false, backend.enabled());
        assertEquals(new TlsConfig(Optional.empty(), true), backend.tls());
    }

    @Test
    void theDefaultStartupIntervalFollowsAShorterInterval() {
        Timing timing = Given.config("[health_check]\ninterval_seconds = 0.5")
                .healthCheck()
                .timing();

        assertEquals(timing(500, 5_000, 500, 500, 500), timing);
    }

    @Test
    void everySpellingOfATypeBecomesTheType() {
        assertEquals(
                "llamacpp",
                Given.backend(Given.BACKEND.replace("vllm", "llama.cpp")).type());
        assertEquals(
                "lmstudio",
                Given.backend(Given.BACKEND.replace("vllm", "lm-studio")).type());
    }

    @Test
    void labelsKeepTheirOrderAndAnyName() {
        Map<String, String> labels = Given.backend(
                        Given.BACKEND + "labels = { z = \"${x}\", \"a.b/c~d\" = \"2\", 0 = \"\" }")
                .labels();

        assertEquals(List.of("z", "a.b/c~d", "0"), List.copyOf(labels.keySet()));
        assertEquals(List.of("${x}", "2", ""), List.copyOf(labels.values()));
    }

    private static Timing timing(long interval, long timeout, long startup, long transition, long down) {
        return new Timing(
                Duration.ofMillis(interval),
                Duration.ofMillis(timeout),
                Duration.ofMillis(startup),
                Duration.ofMillis(transition),
                Duration.ofMillis(down));
    }
}
