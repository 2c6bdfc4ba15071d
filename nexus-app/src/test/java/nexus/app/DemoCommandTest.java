package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// `nexus demo` as a stranger starts it.
class DemoCommandTest {

    @Test
    void theDemoServesAFleetOfEveryTypeAndSaysWhatToTry() {
        try (var nexus = RunningNexus.start("demo", "--port", "0")) {
            JsonNode health = nexus.awaitHealth(
                    "ten healthy", seen -> seen.at("/backends/healthy").intValue() >= 10);
            assertEquals(11, health.at("/backends/total").intValue());

            var types = new TreeSet<String>();
            nexus.json("/v1/backends")
                    .get("data")
                    .forEach(backend -> types.add(backend.get("type").textValue()));
            assertEquals(Set.of("ollama", "vllm", "openai", "lmstudio", "exo", "llamacpp", "generic"), types);

            String said = nexus.out().text();
            assertTrue(said.contains("  curl -s " + nexus.url() + "/health\n"), said);
            assertTrue(said.contains("  ./nexus health --url " + nexus.url() + "\n"), said);
            Eventually.seen("a trouble", () -> nexus.out().text(), text -> text.contains("old-server-llamacpp was"));
        }
    }
}
