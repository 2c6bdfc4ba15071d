package nexus.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import nexus.app.config.Overrides;
import nexus.app.config.Samples;
import nexus.app.explain.Explanation.Setting;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {

    private static final String TOML = """
            [health_check]
            timeout_seconds = 2.5

            [[backends]]
            name = "cloud"
            url = "https://llm.example.com/v1"
            type = "openai"
            api_key_env = "CLOUD_KEY"
            headers = { X-Team = "env:TEAM" }
            failure_threshold = 5
            """;

    private final Map<String, String> env =
            Map.of("CLOUD_KEY", "sk-planted", "TEAM", "hunter2", "NEXUS_HEALTH_CHECK_INTERVAL_SECONDS", "20");

    @Test
    void eachSettingThatSomebodyMadeHasItsPlace() {
        assertEquals(
                List.of(
                        new Setting("url", "\"https://llm.example.com\"", "nexus.toml:6", false),
                        new Setting("type", "\"openai\"", "nexus.toml:7", false),
                        new Setting("api_key_env", "\"CLOUD_KEY\"", "nexus.toml:8", false),
                        new Setting("headers", "[X-Team]", "nexus.toml:9", false),
                        new Setting("interval_seconds", "20", "NEXUS_HEALTH_CHECK_INTERVAL_SECONDS", false),
                        new Setting("timeout_seconds", "2.5", "[health_check] nexus.toml:2", false),
                        new Setting("failure_threshold", "5", "nexus.toml:10", false)),
                settings().stream().filter(setting -> !setting.isDefault()).toList());
    }

    @Test
    void theRestAreDefaultsWithTheirValues() {
        var settings = settings();

        assertEquals(18, settings.size());
        assertEquals(
                new Setting("transition_interval_seconds", "20", "as interval_seconds", true),
                settings.stream()
                        .filter(setting -> setting.key().equals("transition_interval_seconds"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void noSecretIsAmongThem() {
        assertFalse(settings().toString().contains("planted")
                || settings().toString().contains("hunter2"));
    }

    private List<Setting> settings() {
        var config = Samples.parsed("nexus.toml", TOML, Overrides.NONE, env, Map.of("openai", "openai"));
        return EffectiveSettings.of(config.backends().getFirst(), config.origins());
    }
}
