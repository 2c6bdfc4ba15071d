package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nexus.app.Eventually;
import nexus.app.Recordings;
import nexus.app.RunningNexus;
import nexus.app.check.Recognition.Recognised;
import nexus.app.check.Recognition.Unheard;
import nexus.app.check.Recognition.Unrecognised;
import nexus.app.config.BackendUrl;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognizerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Reply NOT_FOUND = Reply.of("404 Not Found", "application/json", "{\"detail\":\"Not Found\"}");

    @TempDir
    Path folder;

    private final Recognizer recognizer = new Recognizer(Probes.load());

    @AfterEach
    void close() {
        recognizer.close();
    }

    @Test
    void aSureMarkEndsTheRoundAndIsNamed() {
        try (var server = server(Map.of("/v1/models", "vllm-0.32.0/v1-models"))) {
            assertEquals(new Recognised("vllm", "/v1/models lists models as vllm does"), look(server));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void anOllamaWithoutModelsIsKnownByItsEmptyList() {
        try (var server = server(Map.of(
                "/", "ollama-0.32.15/root",
                "/api/tags", "ollama-0.32.15/empty-api-tags",
                "/v1/models", "ollama-0.32.15/empty-v1-models"))) {
            assertEquals(new Recognised("ollama", "/api/tags is an empty list, as ollama has it"), look(server));
        }
    }

    @Test
    void aVllmThatWantsAKeyIsKnownByItsMetrics() {
        try (var server = server(Map.of(
                "/v1/models", "vllm-0.32.0/key-v1-models-nokey",
                "/metrics", "vllm-0.32.0/key-metrics-nokey"))) {
            assertEquals(new Recognised("vllm", "/metrics answers as vllm does"), look(server));
        }
    }

    @Test
    void whatOnlySpeaksOpenAisFormIsGenericAndSaysSo() {
        try (var server = server(Map.of("/v1/models", "litellm-1.108.7/v1-models"))) {
            assertEquals(
                    new Recognised(
                            "generic",
                            "/v1/models lists models in OpenAI's form, and nothing tells whose server it is"),
                    look(server));
        }
    }

    /// LiteLLM's `/health` runs a generation on every model it has.
    @ParameterizedTest
    @CsvSource({"v1-models", "v1-models-nokey", "v1-models-wrongkey"})
    void aGatewaysHealthIsNeverAsked(String recording) {
        var answers = new Behaviour.Answers(
                Map.of("/v1/models", reply("litellm-1.108.7/" + recording), "/health", signed()), NOT_FOUND);
        try (var server = StandIn.start("gateway", answers)) {
            assertFalse(look(server).toString().contains("llamacpp"));
        }
    }

    /// The mark of a llama-server, at a path that a gateway would pay for.
    private static Reply signed() {
        return Reply.raw("HTTP/1.1 200 OK\r\nServer: llama.cpp\r\nContent-Length: 0\r\n\r\n".getBytes());
    }

    @Test
    void healthIsAskedWhereThereIsNoListOfModels() {
        try (var server = StandIn.start("old", Behaviour.at("/health", signed()))) {
            assertEquals(new Recognised("llamacpp", "/health answers as llamacpp does"), look(server));
        }
    }

    @Test
    void aNexusIsKnownForWhatItIsWithoutModels() throws IOException {
        try (var watching = RunningNexus.serve(folder, "[server]\nport = 0\n", Map.of())) {
            assertEquals(new Recognition.Nexus(), look(watching.url()));
        }
    }

    /// Its list repeats the owners that its backends give.
    @Test
    void aNexusThatWatchesAVllmIsNoVllm() throws IOException {
        try (var vllm = server(Map.of("/v1/models", "vllm-0.32.0/v1-models"));
                var watching = RunningNexus.serve(folder, watching(vllm), Map.of())) {
            Eventually.seen("a model", () -> models(watching), models -> models == 1);

            assertEquals(new Recognition.Nexus(), look(watching.url()));
        }
    }

    private static String watching(StandIn server) {
        return """
                [server]
                port = 0
                [[backends]]
                name = "a"
                type = "vllm"
                url = "%s"
                """.formatted(server.url());
    }

    private static int models(RunningNexus nexus) {
        return nexus.json("/v1/models").path("data").size();
    }

    @Test
    void aServerThatWantsAKeyIsGenericUntilItGetsOne() {
        try (var server = server(Map.of("/v1/models", "litellm-1.108.7/v1-models-nokey"))) {
            assertEquals(
                    new Recognised("generic", "/v1/models wants a key (401), and nothing tells whose server it is"),
                    look(server));
        }
    }

    @Test
    void aWebServerIsNotRecognisedAndSaysWhy() {
        var page = Reply.of("200 OK", "text/html", "<html>printer</html>");
        try (var server = StandIn.start("printer", Behaviour.always(page))) {
            var found = assertInstanceOf(Unrecognised.class, look(server));
            assertTrue(found.reason().startsWith("/v1/models answers 200, /api/tags answers 200"), found.reason());
        }
    }

    @Test
    void anOllamaThatRefusesTheHostSaysWhatItWouldMean() {
        try (var server = StandIn.start("ollama", Behaviour.always(reply("ollama-0.32.15/api-tags-host-forbidden")))) {
            var found = assertInstanceOf(Unrecognised.class, look(server));
            assertTrue(found.reason().contains("if it is ollama: refuses the request's Host"), found.reason());
        }
    }

    @Test
    void aPortWhereNobodyListensIsUnheard() {
        var server = StandIn.start("down", Behaviour.always(NOT_FOUND));
        server.goDown();
        try (server) {
            var found = assertInstanceOf(Unheard.class, look(server));
            assertFalse(found.listens());
        }
    }

    @Test
    void aServerThatNeverAnswersIsUnheardAndEndsInTime() {
        try (var server = StandIn.start("mute", new Behaviour.Hangs())) {
            var found = assertInstanceOf(
                    Unheard.class, recognizer.look(BackendUrl.parse(server.url()), Duration.ofMillis(200)));
            assertTrue(found.listens());
            assertTrue(found.reason().startsWith("timed out"), found.reason());
        }
    }

    @Test
    void whatDoesNotSpeakHttpIsUnheard() {
        try (var server = StandIn.start("ssh", Behaviour.always(Reply.raw("SSH-2.0-OpenSSH\r\n".getBytes())))) {
            assertEquals(true, assertInstanceOf(Unheard.class, look(server)).listens());
        }
    }

    private Recognition look(StandIn server) {
        return look(server.url());
    }

    private Recognition look(String url) {
        return recognizer.look(BackendUrl.parse(url), LIMIT);
    }

    private static StandIn server(Map<String, String> recorded) {
        var answers = new HashMap<String, Reply>();
        recorded.forEach((path, name) -> answers.put(path, reply(name)));
        return StandIn.start("recorded", new Behaviour.Answers(answers, NOT_FOUND));
    }

    private static Reply reply(String recording) {
        List<Path> files = Recordings.files();
        return Reply.raw(Recordings.bytes(files.stream()
                .filter(file -> file.endsWith(recording + ".http"))
                .findFirst()
                .orElseThrow()));
    }
}
