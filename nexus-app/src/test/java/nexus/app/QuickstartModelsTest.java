package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart's tests 5 and 7: models come with health checks, and outlive an answer that can't be read.
class QuickstartModelsTest {

    @TempDir
    private Path folder;

    private final StandIn ollama = StandIn.start("local-ollama", Bodies.threeModels());

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Test
    void modelsAreDiscoveredByTheCheck() throws IOException {
        try (var nexus = serve()) {
            nexus.awaitStatus("healthy");

            var printed = nexus.nexus("models");

            assertEquals(
                    List.of("llama3.2:latest", "nomic-embed-text:latest", "qwen3:8b"),
                    ids(nexus.json("/v1/models").get("data"), "id").stream()
                            .sorted()
                            .toList());
            assertTrue(printed.out().contains("│ qwen3:8b "), printed.out());
            assertTrue(printed.out().contains("local-ollama"), printed.out());
            assertEquals(0, printed.code());
        }
    }

    @Test
    void aNewModelAppearsAndARemovedOneGoes() throws IOException {
        try (var nexus = serve()) {
            nexus.awaitStatus("healthy");

            ollama.become(Bodies.ollama("qwen3:8b", "gpt-oss:20b"));
            awaitIds(nexus, List.of("gpt-oss:20b", "qwen3:8b"));
            ollama.become(Bodies.ollama());
            awaitIds(nexus, List.of());

            assertEquals("healthy", nexus.json("/health").get("status").textValue());
        }
    }

    @Test
    void anUnreadableAnswerPreservesThePreviousModels() throws IOException {
        try (var nexus = serve()) {
            nexus.awaitStatus("healthy");

            // when two answers can't be read (one question each), then all is well again
            ollama.become(new Behaviour.Times(Bodies.html(), 2, Bodies.threeModels()));
            String line = nexus.log().awaitLine("WARN  health: parse error, .*");

            // then the log says so, and the models never went away
            assertTrue(
                    line.matches("WARN  health: parse error, preserving previous models backend_id=\"local-ollama\""
                            + " error=ParseError\\(.+\\)"),
                    line);
            assertEquals(3, nexus.json("/health").get("models").intValue());
            assertEquals("healthy", nexus.json("/health").get("status").textValue());
        }
    }

    @Test
    void threeUnreadableAnswersMakeItUnhealthyAndItsModelsStayKnownButAreNotOffered() throws IOException {
        try (var nexus = serve()) {
            nexus.awaitStatus("healthy");

            ollama.become(Bodies.html());
            JsonNode health = nexus.awaitStatus("unhealthy");

            assertEquals(0, health.get("models").intValue());
            assertEquals(
                    List.of("llama3.2:latest", "qwen3:8b", "nomic-embed-text:latest"),
                    ids(nexus.json("/v1/backends/local-ollama").get("models"), "id"));
            assertEquals(0, nexus.json("/v1/models").get("data").size());
            assertEquals(3, nexus.json("/v1/models?include=all").get("data").size());
        }
    }

    private static void awaitIds(RunningNexus nexus, List<String> wanted) {
        Eventually.seen(
                "the models " + wanted,
                () -> ids(nexus.json("/v1/models").get("data"), "id").stream()
                        .sorted()
                        .toList(),
                wanted::equals);
    }

    private static List<String> ids(JsonNode list, String key) {
        var ids = new ArrayList<String>();
        list.forEach(entry -> ids.add(entry.get(key).textValue()));
        return ids;
    }

    private RunningNexus serve() throws IOException {
        return RunningNexus.serve(
                folder, Toml.FAST + Toml.backend(ollama, "ollama"), Map.of("NEXUS_LOG_LEVEL", "debug"));
    }
}
