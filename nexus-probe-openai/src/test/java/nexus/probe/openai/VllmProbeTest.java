package nexus.probe.openai;

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
import nexus.spi.ModelList;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.ReadingText;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VllmProbeTest implements ProbeContract {

    @Override
    public BackendProbe probe() {
        return new VllmProbe();
    }

    @Override
    public List<Answer> samples() {
        return Stream.of("v1-models", "key-v1-models", "key-v1-models-nokey", "health", "engine-dead-health")
                .map(name -> Path.of("src/test/resources/recordings/vllm-0.32.0", name + ".http"))
                .map(file -> Recording.read(file).answer())
                .toList();
    }

    @Test
    void theListDecidesAndHealthIsAskedAfterIt() {
        assertEquals("/v1/models", probe().question().path());
        assertEquals(
                List.of("/health"),
                probe().followUps().stream().map(f -> f.path()).toList());
    }

    /// Source: vllm-project/vllm, ModelCard: an adapter is a model of its own, its `max_model_len` null.
    @Test
    void anAdapterIsListedBesideItsBase() {
        String body = "{\"object\":\"list\",\"data\":["
                + "{\"id\":\"Qwen/Qwen3-8B\",\"owned_by\":\"vllm\",\"parent\":null,\"max_model_len\":32768,\"permission\":[{\"id\":\"p\"}]},"
                + "{\"id\":\"sql-lora\",\"owned_by\":\"vllm\",\"parent\":\"Qwen/Qwen3-8B\",\"max_model_len\":null,\"permission\":[]}]}";

        assertEquals(
                "ready: Qwen/Qwen3-8B ctx=32768 loaded by=vllm; sql-lora loaded by=vllm",
                ReadingText.of(probe().question().read(Answer.of(200, body))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "503 | ``                                     | veto: lists models, but its engine is dead",
                "503 | {\"error\":\"The model is currently scaling. Please try again later.\"} | veto: lists models, but says: The model is currently scaling. Please try again later.",
                "200 | ``                                     | nothing",
                "200 | {\"error\":\"dead\"}                   | nothing",
                "404 | {\"detail\":\"Not Found\"}             | nothing",
                "401 | {\"error\":\"Unauthorized\"}           | nothing",
                "500 | Internal Server Error                  | nothing",
                "502 | <html>502</html>                       | nothing",
                "503 | <html>503</html>                       | nothing",
                "503 | no available server                    | nothing",
                "503 | {}                                     | nothing",
            })
    void onlyAnExplicit503Vetoes(int status, String body, String expected) {
        var finding = probe().followUps().getFirst().read(Answer.of(status, body), ModelList.empty());

        assertEquals(expected, ReadingText.of(finding));
    }

    /// SGLang has the same list and the same 401, but another owner.
    @Test
    void itIsKnownByTheOwnerOfItsModels() {
        assertTrue(probe().resembles(Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"vllm\"}]}")));
        assertFalse(probe().resembles(Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"sglang\"}]}")));
        assertFalse(probe().resembles(Answer.of(401, "{\"error\":\"Unauthorized\"}")));
        assertFalse(probe().resembles(Answer.of(200, "")));
    }

    /// Recorded: 3 KB of Python's own metrics come first. A gateway that watches a vLLM may quote its names.
    @Test
    void itIsKnownByTheMetricsThatItDeclares() {
        String own =
                "# TYPE python_info gauge\npython_info 1\n# HELP vllm:x y\n# TYPE vllm:num_requests_running gauge\n";

        assertTrue(probe().resembles(text("text/plain; version=1.0.0; charset=utf-8", own)));
        assertFalse(probe().resembles(text("text/plain", "# TYPE up gauge\nup{of=\"vllm:x\"} 1\n")));
        assertFalse(probe().resembles(text("text/html", own)));
    }

    private static Answer text(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Answer.of(200, List.of(Map.entry("Content-Type", type)), bytes, 0, bytes.length);
    }
}
