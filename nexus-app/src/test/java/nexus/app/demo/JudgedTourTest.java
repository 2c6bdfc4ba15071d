package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import nexus.app.Eventually;
import nexus.app.RunningNexus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole tour, judged by the whole program: every trouble is seen for what it is, and its end as well.
class JudgedTourTest {

    private static final String TIMING = """
            [server]
            port = 0

            [health_check]
            interval_seconds = 0.2
            startup_interval_seconds = 0.1
            timeout_seconds = 1
            """;

    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    private RunningNexus nexus;

    @Test
    void everyTroubleIsJudgedRightlyAndPasses() throws Exception {
        try (var demo = DemoFleet.start(stage, Tour.SCRIPT, stage);
                var running = RunningNexus.serve(folder, toml(demo), Map.of())) {
            nexus = running;
            assertTrue(judged(Cast.OLD_SERVER, "unhealthy", "HttpError(503)").contains("oading"));
            healthy(10);
            after("has loaded its model");
            healthy(11);

            after("lost its engine");
            assertTrue(judged(Cast.GPU_2, "unhealthy", "HttpError(503)").contains("engine"));
            after("gained a model");
            Eventually.seen(
                    "two models", () -> backend(Cast.OLLAMA).get("models").size(), size -> size == 2);
            after("fell asleep");
            judged(Cast.LAPTOP, "unhealthy", "Timeout(1)");
            after("login page");
            judged(Cast.GATEWAY, "unhealthy", "ParseError");
            assertEquals("degraded", nexus.json("/health").get("status").textValue());

            after("woke up");
            nexus.awaitBackend(Cast.LAPTOP, "healthy");
            after("died");
            judged(Cast.EXO, "unhealthy", "ConnectionFailed");
            after("lets Nexus in again");
            nexus.awaitBackend(Cast.GATEWAY, "healthy");
            after("is back");
            nexus.awaitBackend(Cast.EXO, "healthy");
            after("was restarted: its engine");
            healthy(11);
            nexus.awaitStatus("healthy");
        }
    }

    private String toml(DemoFleet demo) {
        var toml = new StringBuilder(TIMING);
        for (var role : Cast.ALL) {
            toml.append("\n[[backends]]\nname = \"%s\"\nurl = \"%s\"\ntype = \"%s\"\n"
                    .formatted(
                            role.name(), demo.standIn(role.name()).orElseThrow().url(), role.type()));
        }
        return toml.toString();
    }

    private void after(String words) throws InterruptedException {
        while (!stage.next().contains(words)) {
            // The next step, then.
        }
    }

    private void healthy(int count) {
        nexus.awaitHealth(
                count + " healthy", health -> health.at("/backends/healthy").intValue() == count);
    }

    private JsonNode backend(String name) {
        return nexus.json("/v1/backends/" + name);
    }

    /// Waits for status and error, and returns the cause in words.
    private String judged(String name, String status, String error) {
        var backend = Eventually.seen(
                name + " " + status + " by " + error,
                () -> backend(name),
                seen -> seen.path("status").asText().equals(status)
                        && seen.at("/last_check/error/text").asText().startsWith(error));
        return backend.at("/last_check/error/cause").asText();
    }
}
