package nexus.probe.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.ReadingText;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaProbeTest implements ProbeContract {

    private static final String OWN_ENTRY = """
            {"name":"qwen3:8b","model":"qwen3:8b","modified_at":"2026-07-30T21:14:07.118204731+02:00","size":5225388164,
             "digest":"3c1f0e7ab64d5f0b9e7a1d2c3b4a59687766554433221100ffeeddccbbaa9988",
             "details":{"parent_model":"","format":"gguf","family":"qwen3","families":["qwen3"],
             "parameter_size":"8.2B","quantization_level":"Q4_K_M"}}""";

    @Override
    public BackendProbe probe() {
        return new OllamaProbe();
    }

    @Override
    public List<Answer> samples() {
        return Stream.of("api-tags", "loaded-api-ps", "empty-api-tags", "api-tags-host-forbidden")
                .map(name -> Path.of("src/test/resources/recordings/ollama-0.32.15", name + ".http"))
                .map(file -> Recording.read(file).answer())
                .toList();
    }

    private String tags(int status, String body) {
        return ReadingText.of(probe().question().read(Answer.of(status, body)));
    }

    private Finding ps(Answer answer, ModelList known) {
        return probe().followUps().getFirst().read(answer, known);
    }

    @Test
    void asksForTagsThenForWhatIsRunning() {
        assertEquals("/api/tags", probe().question().path());
        assertEquals(
                List.of("/api/ps"),
                probe().followUps().stream().map(f -> f.path()).toList());
    }

    /// Source: ollama/ollama, api/types.go and server/routes.go; cloud models have no weights here.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"models\":null}                                   | ready: no models",
                "200 | {\"models\":[{\"name\":\"a:1\",\"details\":{\"families\":null,\"context_length\":40960}}]} | ready: a:1 ctx=40960",
                "200 | {\"models\":[{\"model\":\"a:1\",\"details\":null}]} | ready: a:1",
                "200 | {\"models\":[{\"name\":\"gpt-oss:120b-cloud\",\"remote_host\":\"https://ollama.com:443\",\"size\":381,\"digest\":\"aa00\"}]} | ready: gpt-oss:120b-cloud digest=aa00",
                "200 | {\"models\":[{\"name\":\"a:1\",\"digest\":\"d\"},{\"name\":\"b:1\",\"digest\":\"d\"}]} | ready: a:1 digest=d; b:1 digest=d",
                "200 | {\"data\":[{\"id\":\"a\"}]}   | unreadable: has \"data\": a list of another format",
                "200 | [{\"name\":\"a\"}]            | unreadable: a JSON array, not an object",
                "200 | Ollama is running             | unreadable: text, not JSON: \"Ollama is running\"",
                "500 | {\"error\":\"hydration failed\"} | not ready: hydration failed",
                "404 | 404 page not found            | unreadable: text, not JSON: \"404 page not found\"",
                "403 | ``                            | not ready: refuses the request's Host or Origin: use its IP address in the URL",
            })
    void tagsReadAsAPersonWouldReadThem(int status, String body, String expected) {
        assertEquals(expected, tags(status, body));
    }

    /// Source: llama-server's `/v1/models`, which has `models` beside `data`.
    @Test
    void llamaServersListIsNotTakenForOllamas() {
        String body =
                "{\"models\":[{\"name\":\"q\",\"model\":\"q\",\"modified_at\":\"\",\"size\":\"\",\"digest\":\"\"}],"
                        + "\"object\":\"list\",\"data\":[{\"id\":\"q\",\"owned_by\":\"llamacpp\"}]}";

        assertEquals("unreadable: has \"data\": a list of another format", tags(200, body));
        assertFalse(probe().resembles(Answer.of(200, body)));
    }

    @Test
    void whatRunsIsLoadedTheRestAvailableAndTheLargerContextStays() {
        var known = ModelList.of(Model.named("a:1").withContextLength(40960), Model.named("b:1"), Model.named("c:1"));
        var answer = Answer.of(
                200,
                "{\"models\":[{\"name\":\"a:1\",\"context_length\":2048,\"expires_at\":\"2318-11-02T07:41:12Z\"},"
                        + "{\"model\":\"b:1\",\"context_length\":4096},{\"name\":\"gone:1\"}]}");

        assertEquals(
                "models: a:1 ctx=40960 loaded; b:1 ctx=4096 loaded; c:1 available", ReadingText.of(ps(answer, known)));
    }

    /// LocalAI answers `{"models":null}` when idle.
    @Test
    void nothingRunningIsKnowledgeToo() {
        var answer = Answer.of(200, "{\"models\":null}");

        assertEquals("models: a:1 available", ReadingText.of(ps(answer, ModelList.of(Model.named("a:1")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"404 | 404 page not found", "200 | <html>", "200 | {}", "503 | {\"models\":[]}"})
    void anOldServerWithoutPsTellsNoState(int status, String body) {
        assertEquals(Finding.nothing(), ps(Answer.of(status, body), ModelList.of(Model.named("a:1"))));
    }

    /// LocalAI, Docker Model Runner, Exo, KoboldCpp and llama-server answer `/api/tags` in Ollama's manner.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"digest\":\"3c1f|\"digest\":\"sha256:3c1f",
                "5225388164|0",
                "\"2026-07-30T21:14:07.118204731+02:00\"|\"0001-01-01T00:00:00Z\"",
                "2026-07-30T21:14:07.118204731+02:00|2024-07-19T15:26:55.6122841+08:00",
                "3c1f0e7ab64d5f0b9e7a1d2c3b4a59687766554433221100ffeeddccbbaa9988|sha256:000000000000",
                "\"families\":[\"qwen3\"],|",
                "5225388164|\"\"",
            })
    void impostorsAreNotRecognised(String change) {
        String[] parts = change.split("\\|", 2);
        String impostor = OWN_ENTRY.replace(parts[0], parts[1]);

        assertFalse(OWN_ENTRY.equals(impostor));
        assertTrue(probe().resembles(Answer.of(200, "{\"models\":[" + OWN_ENTRY + "]}")));
        assertFalse(probe().resembles(Answer.of(200, "{\"models\":[" + OWN_ENTRY + "," + impostor + "]}")));
    }

    @Test
    void aServerHeaderShowsThatItIsNotOllamaItself() {
        byte[] body = ("{\"models\":[" + OWN_ENTRY + "]}").getBytes(StandardCharsets.UTF_8);

        assertFalse(probe().resembles(Answer.of(200, List.of(Map.entry("Server", "uvicorn")), body, 0, body.length)));
    }
}
