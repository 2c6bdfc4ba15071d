package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTemplateTest {

    private static final Map<String, String> TYPES = Map.of("ollama", "ollama", "vllm", "vllm");

    @Test
    void theTemplateStartsAsItIsAndItsValuesAreTheDefaults(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), ConfigTemplate.text());

        NexusConfig config = ConfigLoader.load(file, Overrides.NONE, Map.of(), TYPES);

        assertEquals(ServerConfig.DEFAULT, config.server());
        assertEquals(HealthCheckConfig.DEFAULT, config.healthCheck());
        assertEquals(LoggingConfig.DEFAULT, config.logging());
        assertEquals(DiscoveryConfig.DEFAULT, config.discovery());
        BackendConfig ollama = config.backends().getFirst();
        assertEquals(
                "local-ollama http://localhost:11434 ollama 1",
                ollama.name() + " " + ollama.url() + " " + ollama.type() + " " + ollama.priority());
    }

    @Test
    void theCommentedEntriesAreValidToo(@TempDir Path folder) throws IOException {
        String text = ConfigTemplate.text()
                .lines()
                .map(line -> line.replaceFirst("^# (?=\\[\\[backends|\\[\\[notify|[a-z_.]+ = )", ""))
                // Two that exclude others, and a file that is not there.
                .map(line -> line.matches("(tls|file|ca_file).*") ? "" : line)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("nexus.toml"), text);

        var env = Map.of(
                "GPU1_API_KEY", "k",
                "GPU1_TOKEN", "t",
                "NEXUS_ADMIN_TOKEN", "0123456789abcdef",
                "NEXUS_DB_PASSWORD", "p",
                "SLACK_URL", "https://hooks.slack.com/services/x",
                "PAGERDUTY_KEY", "p",
                "NTFY_TOKEN", "n",
                "NEXUS_SIGNING_SECRET", "s");

        NexusConfig config = ConfigLoader.load(file, Overrides.NONE, env, TYPES);

        assertEquals(2, config.backends().size());
        assertEquals(
                List.of("ops", "pager", "phone", "program"),
                config.receivers().stream().map(ReceiverConfig::name).toList());
        assertEquals(
                BackendConfig.of("x", BackendUrl.parse("http://x"), "vllm").thresholds(),
                config.backends().get(1).thresholds());
    }
}
