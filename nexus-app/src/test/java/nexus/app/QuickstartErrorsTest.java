package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart's test 4 and its table of error types, on servers that really fail like that.
class QuickstartErrorsTest {

    private static final Map<String, String> DEBUG = Map.of("RUST_LOG", "debug");

    @TempDir
    private Path folder;

    @Test
    void aBackendThatNeverAnswersTimesOutToTheLetter() throws IOException {
        try (var slow = StandIn.start("slow-backend", new Behaviour.Hangs());
                var nexus = serve("timeout_seconds = 1", slow, "ollama")) {
            String line = nexus.log().awaitLine("WARN  health: check failed .*");

            assertEquals("WARN  health: check failed backend_id=\"slow-backend\" error=Timeout(1)", line);
            assertTrue(slow.requests() > 0);
            assertError(nexus, "slow-backend", "Timeout", "Timeout(1)");
        }
    }

    @Test
    void anAddressThatNeverAcceptsTimesOutWhileConnecting() throws IOException {
        // given what an unroutable address looks like, on loopback: a queue so full that nobody gets in
        try (var full = FullQueue.fill()) {
            String toml = Toml.FAST.replace("timeout_seconds = 10", "timeout_seconds = 1") + """
                    [[backends]]
                    name = "slow-backend"
                    url = "http://127.0.0.1:%d"
                    type = "ollama"
                    priority = 99
                    """.formatted(full.port());
            try (var nexus = RunningNexus.serve(folder, toml, DEBUG)) {
                assertEquals(
                        "WARN  health: check failed backend_id=\"slow-backend\" error=Timeout(1)",
                        nexus.log().awaitLine("WARN  health: check failed .*"));
                String cause = nexus.log().awaitLine("DEBUG health: cause of failure .*");
                assertFalse(cause.contains("cause=\"connected in"), cause);
            }
        }
    }

    @Test
    void aFractionOfASecondIsATimeoutToo() throws IOException {
        try (var slow = StandIn.start("slow-backend", new Behaviour.Hangs());
                var nexus = serve("timeout_seconds = 0.2", slow, "vllm")) {
            String line = nexus.log().awaitLine("WARN  health: check failed .*");

            assertEquals("WARN  health: check failed backend_id=\"slow-backend\" error=Timeout(0.2)", line);
        }
    }

    @Test
    void stoppingNeverWaitsForABackendThatHangs() throws IOException {
        // given a check that would hang for five minutes
        try (var slow = StandIn.start("slow-backend", new Behaviour.Hangs())) {
            var nexus = serve("timeout_seconds = 300", slow, "ollama");
            Eventually.seen("a check under way", slow::requests, count -> count > 0);

            // when it is stopped, then close() returns within its bound, which is far below that
            nexus.close();
        }
    }

    @Test
    void aClosedPortIsConnectionFailed() throws IOException {
        try (var server = StandIn.start("closed", Bodies.threeModels())) {
            server.goDown();
            assertLogged(server, "ollama", "check failed", "ConnectionFailed", "ConnectionFailed");
        }
    }

    @Test
    void aServerThatHangsUpIsConnectionFailed() throws IOException {
        try (var server = StandIn.start("rude", new Behaviour.HangsUp())) {
            assertLogged(server, "ollama", "check failed", "ConnectionFailed", "ConnectionFailed");
        }
    }

    @Test
    void anErrorStatusIsHttpErrorWithItsCode() throws IOException {
        try (var server = StandIn.start("broken", Bodies.broken())) {
            assertLogged(server, "openai", "check failed", "HttpError", "HttpError(500)");
        }
    }

    @Test
    void plainHttpBehindAnHttpsUrlIsTlsError() throws IOException {
        try (var server = StandIn.start("plain", Bodies.threeModels())) {
            String toml = Toml.FAST + Toml.backend(server, "ollama").replace("http://", "https://");
            try (var nexus = RunningNexus.serve(folder, toml, DEBUG)) {
                assertEquals(
                        "WARN  health: check failed backend_id=\"plain\" error=TlsError",
                        nexus.log().awaitLine("WARN  health: check failed .*"));
                assertError(nexus, "plain", "TlsError", "TlsError");
            }
        }
    }

    @Test
    void aTypeThatDoesntFitTheServerIsParseErrorForEver() throws IOException {
        // given llama.cpp's health question asked of a server that answers it with HTML
        try (var server = StandIn.start("wrong-type", Bodies.html());
                var nexus = serve("timeout_seconds = 10", server, "llamacpp")) {
            nexus.awaitBackend("wrong-type", "unhealthy");

            nexus.log()
                    .awaitLine("WARN  health: parse error, preserving previous models backend_id=\"wrong-type\""
                            + " error=ParseError\\(.+\\)");
            var error = nexus.json("/v1/backends/wrong-type").at("/last_check/error");
            assertEquals("ParseError", error.path("kind").textValue());
            assertTrue(error.path("cause").textValue().length() > 10, error.toString());
            assertTrue(error.path("fix").textValue().length() > 10, error.toString());
        }
    }

    @Test
    void aDeadMachineDoesntFillTheLogAboveDebug() throws IOException {
        try (var server = StandIn.start("dead", Bodies.broken())) {
            String toml = Toml.FAST + Toml.backend(server, "ollama");
            try (var nexus = RunningNexus.serve(folder, toml, Map.of())) {
                nexus.awaitBackend("dead", "unhealthy");
                long asked = server.requests();
                Eventually.seen("many more checks", server::requests, requests -> requests >= asked + 10);

                // then only the three that made it so are warnings
                int warnings =
                        nexus.log().lines("WARN  health: check failed .*").size();
                assertEquals(3, warnings, nexus.log().text());
                assertFalse(nexus.log().text().contains("DEBUG"));
            }
        }
    }

    private void assertLogged(StandIn server, String type, String event, String kind, String text) throws IOException {
        try (var nexus = serve("timeout_seconds = 10", server, type)) {
            assertEquals(
                    "WARN  health: " + event + " backend_id=\"" + server.name() + "\" error=" + text,
                    nexus.log().awaitLine("WARN  health: .* error=.*"));
            assertError(nexus, server.name(), kind, text);
        }
    }

    private static void assertError(RunningNexus nexus, String name, String kind, String text) {
        var error = Eventually.seen(
                "the error in the API",
                () -> nexus.json("/v1/backends/" + name).at("/last_check/error"),
                node -> node.isObject());
        assertEquals(kind, error.path("kind").textValue());
        assertEquals(text, error.path("text").textValue());
        assertFalse(error.path("cause").asText().isEmpty());
        assertFalse(error.path("fix").asText().isEmpty());
    }

    private RunningNexus serve(String timeout, StandIn standIn, String type) throws IOException {
        String toml = Toml.FAST.replace("timeout_seconds = 10", timeout) + Toml.backend(standIn, type);
        return RunningNexus.serve(folder, toml, DEBUG);
    }
}
