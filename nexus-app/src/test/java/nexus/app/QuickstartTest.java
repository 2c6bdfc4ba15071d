package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart's steps 1 to 3 and its test 1: a healthy backend in the log, in the terminal, over HTTP.
class QuickstartTest {

    @TempDir
    private Path folder;

    private StandIn ollama;
    private RunningNexus nexus;

    @BeforeEach
    void startBoth() throws IOException {
        ollama = StandIn.start("local-ollama", Bodies.threeModels());
        String toml = Toml.FAST + Toml.backend(ollama, "ollama");
        nexus = RunningNexus.serve(folder, toml, Map.of("RUST_LOG", "debug"));
    }

    @AfterEach
    void stopBoth() {
        nexus.close();
        ollama.close();
    }

    @Test
    void theLogShowsTheCheckItsResultAndTheTransitionToTheLetter() {
        // when it has become healthy
        nexus.log().awaitLine("INFO  health: backend status changed .*");

        // then these are its lines, in this order: two successes make it healthy
        String checking = "DEBUG health: checking backend backend_id=\"local-ollama\" url=\"" + ollama.url() + "\"";
        String result = "DEBUG health: check result backend_id=\"local-ollama\" status=Healthy latency_ms=N models=3";
        String changed = "INFO  health: backend status changed backend_id=\"local-ollama\" old=Unknown new=Healthy";
        List<String> lines = nexus.log().lines().stream()
                .filter(line -> line.contains(" health: ") && line.contains(" backend_id="))
                .map(line -> line.replaceFirst("latency_ms=\\d+", "latency_ms=N"))
                .toList();
        assertEquals(
                List.of(checking, result, checking, result, changed), lines.subList(0, lines.indexOf(changed) + 1));
    }

    @Test
    void aTimestampStandsBeforeTheLevel() {
        nexus.log().awaitLine("INFO  health: backend status changed .*");

        assertTrue(
                nexus.log()
                        .text()
                        .lines()
                        .filter(line -> line.contains(" health: "))
                        .allMatch(line -> line.matches(
                                "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z +(DEBUG|INFO |WARN ) health: .*")),
                nexus.log().text());
    }

    @Test
    void nexusHealthPrintsTheQuickstartsTextAndTable() {
        nexus.awaitStatus("healthy");

        var printed = nexus.nexus("health");

        assertEquals("""
                System Health: healthy
                Uptime: Ns
                Version: 0.1.0

                Backends: 1 healthy / 0 unhealthy / 1 total
                Models: 3 available

                ┌──────────────┬────────┬────────┐
                │ Backend      │ Status │ Models │
                ├──────────────┼────────┼────────┤
                │ local-ollama │ ✓      │ 3      │
                └──────────────┴────────┴────────┘
                """, printed.out().replaceFirst("Uptime: \\d+s\n", "Uptime: Ns\n"));
        assertEquals("", printed.err());
        assertEquals(0, printed.code());
    }

    @Test
    void theHealthEndpointHasTheQuickstartsKeysInItsOrder() {
        JsonNode health = nexus.awaitStatus("healthy");

        assertEquals(
                List.of("status", "uptime_seconds", "backends", "models", "version", "health_check"), keys(health));
        assertEquals(List.of("total", "healthy", "unhealthy", "unknown", "draining"), keys(health.get("backends")));
        assertTrue(health.get("uptime_seconds").isIntegralNumber());
        assertEquals("""
                {"total":1,"healthy":1,"unhealthy":0,"unknown":0,"draining":0}""", health.get("backends").toString());
        assertEquals(3, health.get("models").intValue());
        assertEquals("0.1.0", health.get("version").textValue());
        assertEquals("{\"enabled\":true}", health.get("health_check").toString());
    }

    @Test
    void nexusHealthJsonIsTheEndpointsAnswer() throws IOException {
        nexus.awaitStatus("healthy");

        var printed = nexus.nexus("health", "--json");

        var json = new ObjectMapper().readTree(printed.out());
        assertEquals("healthy", json.get("status").textValue());
        assertEquals(keys(nexus.json("/health")), keys(json));
        assertEquals(0, printed.code());
    }

    @Test
    void backendsListShowsTheLatencyAverage() {
        nexus.awaitStatus("healthy");

        var printed = nexus.nexus("backends", "list");

        List<String> lines = printed.out().lines().toList();
        assertTrue(lines.get(1).matches("│ Name +│ Type +│ URL +│ Status +│ Latency.*│ Models +│.*"), printed.out());
        assertTrue(
                lines.get(3)
                        .matches("│ local-ollama +│ ollama +│ http://127.0.0.1:\\d+ +│ ✓ healthy +│ +\\d+.*│ +3 +│.*"),
                printed.out());
        assertEquals(0, printed.code());
    }

    private static List<String> keys(JsonNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
