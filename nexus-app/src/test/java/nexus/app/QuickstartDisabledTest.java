package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart's test 6: no checks, by the file, by the environment, by the flag.
class QuickstartDisabledTest {

    private static final String NO_HEALTH = """
            [server]
            port = 0

            [health_check]
            enabled = false

            [discovery]
            enabled = false
            """;

    @TempDir
    private Path folder;

    private final StandIn off = StandIn.start("local-ollama", Bodies.threeModels());
    private final StandIn witness = StandIn.start("witness", Bodies.threeModels());

    @AfterEach
    void stop() {
        off.close();
        witness.close();
    }

    @Test
    void theFileSwitchesChecksOff() throws IOException {
        try (var nexus = RunningNexus.serve(folder, NO_HEALTH + Toml.backend(off, "ollama"), Map.of())) {
            assertNothingIsAsked(nexus);
        }
    }

    @Test
    void theEnvironmentSwitchesChecksOff() throws IOException {
        String toml = Toml.FAST + Toml.backend(off, "ollama");
        try (var nexus = RunningNexus.serve(folder, toml, Map.of("NEXUS_HEALTH_CHECK", "false"))) {
            assertNothingIsAsked(nexus);
        }
    }

    @Test
    void theFlagSwitchesChecksOffWhateverTheEnvironmentSays() throws IOException {
        String toml = Toml.FAST + Toml.backend(off, "ollama");
        var env = Map.of("NEXUS_HEALTH_CHECK", "true");
        try (var nexus = RunningNexus.serve(folder, toml, env, "--no-health-check")) {
            assertNothingIsAsked(nexus);
        }
    }

    @Test
    void theEnvironmentSwitchesChecksOnAgainstTheFile() throws IOException {
        String toml = NO_HEALTH.replace("[discovery]", "startup_interval_seconds = 0.1\n[discovery]")
                + Toml.backend(off, "ollama");
        try (var nexus = RunningNexus.serve(folder, toml, Map.of("NEXUS_HEALTH_CHECK", "yes"))) {
            nexus.awaitStatus("healthy");
        }
    }

    @Test
    void aDisabledBackendIsListedButNeitherAskedNorCounted() throws IOException {
        String toml = Toml.FAST + Toml.backend(off, "ollama") + "enabled = false\n" + Toml.backend(witness, "ollama");
        try (var nexus = RunningNexus.serve(folder, toml, Map.of())) {
            JsonNode health = nexus.awaitStatus("healthy");
            long asked = witness.requests();
            Eventually.seen("more checks of the other", witness::requests, count -> count >= asked + 6);

            assertEquals(1, health.at("/backends/total").intValue());
            assertEquals(0, off.connections());
            assertTrue(nexus.nexus("backends", "list").out().contains("local-ollama"));
        }
    }

    /// Starts a second Nexus that does check: when it has judged its backend, the first would long have asked
    /// too.
    private void assertNothingIsAsked(RunningNexus nexus) throws IOException {
        Path beside = Files.createDirectory(folder.resolve("beside"));
        try (var checking = RunningNexus.serve(beside, Toml.FAST + Toml.backend(witness, "ollama"), Map.of())) {
            checking.awaitStatus("healthy");
            long asked = witness.requests();
            Eventually.seen("more checks of the other", witness::requests, count -> count >= asked + 6);
        }
        JsonNode health = nexus.json("/health");
        assertEquals(0, off.connections());
        assertEquals("unhealthy", health.get("status").textValue());
        assertEquals(1, health.at("/backends/unknown").intValue());
        assertEquals(1, health.at("/backends/total").intValue());
        assertEquals(0, health.get("models").intValue());
        assertEquals("{\"enabled\":false}", health.get("health_check").toString());
        assertTrue(nexus.nexus("health").out().contains("│ local-ollama │ ?      │"));
    }
}
