package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import nexus.app.config.BackendConfig;
import nexus.app.health.Thresholds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoFleetTest {

    private final Stage stage = new Stage();
    private final DemoFleet demo = DemoFleet.start(stage, Tour.SCRIPT, stage);

    @AfterEach
    void end() {
        demo.close();
    }

    @Test
    void theScriptIsPlayedInOrderAtItsTimesRoundAfterRound() throws InterruptedException {
        var lines = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (int round = 0; round < 2; round++) {
            for (var step : Tour.SCRIPT.steps()) {
                Duration at = Tour.SCRIPT.round().multipliedBy(round).plus(step.at());
                expected.add(at + " " + step.role() + " " + step.line());
                lines.add(stage.next());
            }
        }

        assertEquals(expected, lines);
    }

    @Test
    void troublesAreSeenOnTheSockets() throws Exception {
        until("has loaded its model");
        assertTrue(Client.text(port(Cast.OLD_SERVER), "/health").contains("{\"status\":\"ok\"}"));

        until("lost its engine");
        assertTrue(Client.text(port(Cast.GPU_2), "/health").startsWith("HTTP/1.1 503 "));
        assertTrue(Client.text(port(Cast.GPU_2), "/v1/models").startsWith("HTTP/1.1 200 "));

        assertFalse(Client.text(port(Cast.OLLAMA), "/api/tags").contains("my/gemma-copy:q4"));
        until("gained a model");
        assertTrue(Client.text(port(Cast.OLLAMA), "/api/tags").contains("my/gemma-copy:q4"));

        until("fell asleep");
        assertSilent(port(Cast.LAPTOP));

        until("login page");
        assertTrue(Client.text(port(Cast.GATEWAY), "/v1/models").contains("<!DOCTYPE html>"));

        until("died");
        assertThrows(ConnectException.class, () -> Client.ask(port(Cast.EXO), "/v1/models"));

        until("is back");
        assertTrue(Client.text(port(Cast.EXO), "/v1/models").contains("\"owned_by\":\"exo\""));
    }

    @Test
    void theConfigurationWatchesEveryStandInClosely() {
        var config = demo.config("127.0.0.1", 0);

        assertEquals(
                Cast.ALL.stream().map(Cast::name).toList(),
                config.backends().stream().map(BackendConfig::name).toList());
        for (var backend : config.backends()) {
            assertEquals(port(backend.name()), backend.url().port());
            assertEquals(Duration.ofSeconds(2), backend.timing().interval());
            assertEquals(Duration.ofSeconds(1), backend.timing().timeout());
            assertEquals(Thresholds.DEFAULT, backend.thresholds());
        }
        assertTrue(config.healthCheck().enabled());
    }

    @Test
    void theHintsNameRealPorts() {
        String hints = demo.hints(4711);

        assertTrue(hints.contains("curl -s http://127.0.0.1:4711/health\n"), hints);
        assertTrue(hints.contains("./nexus health --url http://127.0.0.1:4711\n"), hints);
        assertTrue(hints.contains("curl -i http://127.0.0.1:" + port(Cast.OLD_SERVER) + "/health\n"), hints);
        assertTrue(hints.contains("./nexus check http://127.0.0.1:" + port(Cast.GPU_2) + " --type vllm\n"), hints);
    }

    @Test
    void closingLeavesNoThreadAndNoPort() throws IOException {
        var ports = new HashSet<Integer>();
        Cast.ALL.forEach(role -> ports.add(port(role.name())));
        assertTrue(Threads.anyNamed("demo-script"));
        assertTrue(Threads.anyNamed("demo-" + Cast.OLLAMA));

        demo.close();

        assertFalse(Threads.anyNamed("demo-"));
        assertEquals(Cast.ALL.size(), ports.size());
        ports.forEach(port -> assertThrows(ConnectException.class, () -> Client.ask(port, "/")));
    }

    private int port(String role) {
        return demo.standIn(role).orElseThrow().port();
    }

    private void until(String words) throws InterruptedException {
        while (!stage.next().contains(words)) {
            // The next step, then.
        }
    }

    private static void assertSilent(int port) throws IOException {
        try (var socket = Client.connect(port)) {
            Client.send(socket, "/v1/models", "");
            socket.setSoTimeout(50);
            assertThrows(
                    SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }
}
