package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the whole program tells of the past, over its restarts, from the file that it keeps.
class HistoryKeptTest {

    private static final String OF_GPU = "/v1/backends/gpu/history";

    @TempDir
    private Path folder;

    private final StandIn gpu = StandIn.start("gpu", Bodies.threeModels());
    private final StandIn other = StandIn.start("other", Bodies.threeModels());
    private final String toml = Toml.FAST + Toml.backend(gpu, "ollama") + Toml.backend(other, "ollama");

    @AfterEach
    void stop() {
        List.of(gpu, other).forEach(StandIn::close);
    }

    @Test
    void anIncidentThatOutlastsARestartIsOneAndTheTimeBetweenIsNobodysDowntime() throws IOException {
        Instant firstEnded;
        try (var nexus = serve(toml)) {
            nexus.awaitBackend("gpu", "healthy");
            gpu.goDown();
            nexus.awaitBackend("gpu", "unhealthy");
            awaitIncident(nexus, incident -> !incident.has("end"));
            firstEnded = Instant.now();
        }

        try (var nexus = serve(toml)) {
            nexus.awaitBackend("gpu", "unhealthy");
            gpu.comeBack();
            nexus.awaitBackend("gpu", "healthy");

            var history = awaitIncident(nexus, incident -> incident.has("end"));
            var incident = history.at("/incidents/0");

            assertEquals(1, history.at("/incidents_total").intValue());
            assertEquals("recovered", incident.at("/ended").textValue());
            assertTrue(Instant.parse(incident.at("/start").textValue()).isBefore(firstEnded), incident.toString());
            assertTrue(
                    incident.at("/observed_ms").longValue()
                            < incident.at("/length_ms").longValue(),
                    incident.toString());
            assertEquals("ConnectionFailed", incident.at("/first_cause/kind").textValue());
            assertEquals(2, history.at("/observed").size());
            itsTimesAreTheWholeRange(history);
            assertEquals(
                    0,
                    nexus.json("/v1/backends/other/history")
                            .at("/incidents_total")
                            .intValue());
            assertEquals(
                    100,
                    nexus.json("/v1/history").at("/data/1/uptime/7d/percent").intValue());
            theCommandsTellIt(nexus);
        }
    }

    @Test
    void whatLeftTheFleetWhileNexusDidNotRunIsStillToldOf() throws IOException {
        try (var nexus = serve(toml)) {
            nexus.awaitBackend("gpu", "healthy");
            gpu.goDown();
            nexus.awaitBackend("gpu", "unhealthy");
            awaitIncident(nexus, incident -> !incident.has("end"));
        }

        try (var nexus = serve(Toml.FAST + Toml.backend(other, "ollama"))) {
            nexus.awaitBackend("other", "healthy");

            assertEquals("removed", nexus.json(OF_GPU).at("/incidents/0/ended").textValue());
            assertEquals(
                    "backend_not_found",
                    nexus.json("/v1/backends/gpu-2/history").at("/error/code").textValue());
            assertEquals(1, nexus.json("/v1/history").at("/data").size());
        }
    }

    @Test
    void withoutAHistoryThatIsSaid() throws IOException {
        try (var nexus = serve(toml + "\n[history]\nenabled = false\n")) {
            assertEquals("history_off", nexus.json(OF_GPU).at("/error/code").textValue());

            var printed = nexus.nexus("history");
            assertEquals(2, printed.code());
            assertEquals("nexus: this Nexus keeps no history; [history] enabled = true changes that\n", printed.err());
        }
    }

    private RunningNexus serve(String config) throws IOException {
        return RunningNexus.serve(folder, config, Map.of());
    }

    private static JsonNode awaitIncident(RunningNexus nexus, Predicate<JsonNode> wanted) {
        return Eventually.seen(
                "the incident",
                () -> nexus.json(OF_GPU),
                history -> history.at("/incidents").size() == 1 && wanted.test(history.at("/incidents/0")));
    }

    private static void itsTimesAreTheWholeRange(JsonNode history) {
        var uptime = history.at("/uptime/24h");
        long sum = Stream.of("healthy", "unhealthy", "unknown", "draining", "not_observed")
                .mapToLong(condition ->
                        Math.round(uptime.at("/" + condition + "_ms").doubleValue()))
                .sum();

        assertEquals(Duration.ofHours(24).toMillis(), sum, 3, uptime.toString());
        assertTrue(uptime.at("/healthy_ms").doubleValue() > 0, uptime.toString());
        assertTrue(uptime.at("/unhealthy_ms").doubleValue() > 0, uptime.toString());
        assertTrue(uptime.at("/not_observed_ms").doubleValue() > 0.9 * sum, uptime.toString());
    }

    private static void theCommandsTellIt(RunningNexus nexus) {
        var one = nexus.nexus("history", "gpu");
        assertEquals(0, one.code(), one.err());
        assertTrue(one.out().contains("  cause   ConnectionFailed: "), one.out());
        assertTrue(one.out().contains(" of what was seen of the last 24 hours\n"), one.out());

        var all = nexus.nexus("history");
        assertEquals(0, all.code(), all.err());
        assertTrue(all.out().contains("ConnectionFailed │\n"), all.out());
        assertTrue(all.out().contains("│ other "), all.out());
    }
}
