package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart's step 4 and its tests 2 and 3: going down and coming back, by thresholds.
class QuickstartTransitionsTest {

    private static final Map<String, String> DEBUG = Map.of("RUST_LOG", "debug");

    @TempDir
    private Path folder;

    private final StandIn ollama = StandIn.start("local-ollama", Bodies.threeModels());
    private final StandIn other = StandIn.start("other", Bodies.ollama("qwen3:8b"));

    @AfterEach
    void stop() {
        ollama.close();
        other.close();
    }

    @Test
    void itTakesThreeFailuresToGoDownAndTwoSuccessesToComeBack() throws IOException {
        try (var nexus = serve(ollama)) {
            nexus.awaitStatus("healthy");
            ollama.goDown();
            nexus.awaitBackend("local-ollama", "unhealthy");
            ollama.comeBack();
            nexus.awaitBackend("local-ollama", "healthy");

            nexus.log().awaitLine("INFO  health: .* old=Unhealthy new=Healthy");
            assertEquals(
                    List.of("Unknown->Healthy after 2", "Healthy->Unhealthy after 3", "Unhealthy->Healthy after 2"),
                    Streaks.of(nexus.log().lines(), "local-ollama"));
        }
    }

    @Test
    void aBackendThatNeverAnswersGoesFromUnknownToUnhealthyAfterThreeFailures() throws IOException {
        ollama.goDown();
        try (var nexus = serve(ollama)) {
            nexus.awaitBackend("local-ollama", "unhealthy");

            nexus.log().awaitLine("INFO  health: .* old=Unknown new=Unhealthy");
            assertEquals(
                    List.of("Unknown->Unhealthy after 3"),
                    Streaks.of(nexus.log().lines(), "local-ollama"));
            assertEquals(
                    "WARN  health: check failed backend_id=\"local-ollama\" error=ConnectionFailed",
                    nexus.log().awaitLine("WARN  health: check failed .*"));
        }
    }

    @Test
    void twoFailuresInARowDontMakeItUnhealthy() throws IOException {
        // given a type that asks one question a check
        ollama.become(Bodies.openAi("qwen3:8b"));
        try (var nexus = RunningNexus.serve(folder, Toml.FAST + Toml.backend(ollama, "generic"), DEBUG)) {
            nexus.awaitStatus("healthy");

            // when exactly two checks fail and many succeed after them
            ollama.become(new Behaviour.Times(Bodies.broken(), 2, Bodies.openAi("qwen3:8b")));
            String failed = "WARN  health: check failed backend_id=\"local-ollama\" error=HttpError\\(500\\)";
            Eventually.seen("two failures", () -> nexus.log().lines(failed).size(), count -> count == 2);
            long asked = ollama.requests();
            Eventually.seen("more checks", ollama::requests, requests -> requests >= asked + 5);

            // then it is healthy as if nothing had been
            assertEquals("healthy", nexus.json("/health").get("status").textValue());
            assertEquals(
                    List.of("Unknown->Healthy after 2"), Streaks.of(nexus.log().lines(), "local-ollama"));
        }
    }

    @Test
    void theOnlyBackendDownIsUnhealthyAndTheCommandSaysSo() throws IOException {
        try (var nexus = serve(ollama)) {
            nexus.awaitStatus("healthy");
            ollama.goDown();

            JsonNode health = nexus.awaitStatus("unhealthy");
            var printed = nexus.nexus("health");

            assertEquals(1, health.at("/backends/unhealthy").intValue());
            assertEquals(0, health.at("/backends/healthy").intValue());
            assertEquals(0, health.at("/models").intValue());
            assertTrue(printed.out().startsWith("System Health: unhealthy\n"), printed.out());
            assertTrue(printed.out().contains("Backends: 0 healthy / 1 unhealthy / 1 total\n"), printed.out());
            assertTrue(printed.out().contains("│ local-ollama │ ✗      │ 3      │\n"), printed.out());
            assertEquals(1, printed.code());
        }
    }

    @Test
    void someBackendsDownIsDegradedUntilTheyRecover() throws IOException {
        try (var nexus = serve(ollama, other)) {
            nexus.awaitStatus("healthy");
            ollama.goDown();

            JsonNode health = nexus.awaitHealth(
                    "one unhealthy", seen -> seen.at("/backends/unhealthy").intValue() == 1);
            assertEquals("degraded", health.get("status").textValue());
            assertEquals(1, health.at("/backends/healthy").intValue());
            assertEquals(1, nexus.nexus("health").code());

            ollama.comeBack();
            assertEquals(2, nexus.awaitStatus("healthy").at("/backends/healthy").intValue());
        }
    }

    @Test
    void thresholdsOfTheFileCount() throws IOException {
        String toml = """
                [server]
                port = 0
                [health_check]
                interval_seconds = 0.1
                startup_interval_seconds = 0.1
                failure_threshold = 2
                recovery_threshold = 4
                """ + Toml.backend(ollama, "ollama");
        try (var nexus = RunningNexus.serve(folder, toml, DEBUG)) {
            nexus.awaitStatus("healthy");
            ollama.become(Bodies.broken());
            nexus.awaitStatus("unhealthy");

            nexus.log().awaitLine("INFO  health: .* old=Healthy new=Unhealthy");
            assertEquals(
                    List.of("Unknown->Healthy after 4", "Healthy->Unhealthy after 2"),
                    Streaks.of(nexus.log().lines(), "local-ollama"));
        }
    }

    private RunningNexus serve(StandIn... standIns) throws IOException {
        String toml = Toml.FAST;
        for (var standIn : standIns) {
            toml += Toml.backend(standIn, "ollama");
        }
        return RunningNexus.serve(folder, toml, DEBUG);
    }
}
