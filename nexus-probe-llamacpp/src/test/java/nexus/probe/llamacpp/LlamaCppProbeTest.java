package nexus.probe.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

class LlamaCppProbeTest implements ProbeContract {

    @Override
    public BackendProbe probe() {
        return new LlamaCppProbe();
    }

    @Override
    public List<Answer> samples() {
        return Stream.of("health", "loading-health", "v1-models", "router-broken-v1-models")
                .map(name -> Path.of("src/test/resources/recordings/llama-server-b11434", name + ".http"))
                .map(file -> Recording.read(file).answer())
                .toList();
    }

    @Test
    void healthDecidesAndTheListIsAskedAfterIt() {
        assertEquals(Set.of("llama.cpp", "llama-cpp"), probe().aliases());
        assertEquals("/health", probe().question().path());
        assertEquals(
                List.of("/v1/models"),
                probe().followUps().stream().map(f -> f.path()).toList());
    }

    /// Source: llama.cpp tools/server/server.cpp; the statuses of old builds from its earlier README.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"status\":\"ok\"}                                    | ready, no list",
                "200 | {\"status\":\"ok\",\"slots_idle\":1,\"slots_processing\":0} | ready, no list",
                "200 | {\"status\":\"loading model\"}                         | not ready: loading model",
                "200 | {\"status\":\"no slot available\"}                     | not ready: status \"no slot available\"",
                "200 | {\"status\":\"OK\"}                                    | not ready: status \"OK\"",
                "200 | {\"status\":\"healthy\",\"issues\":[]}                 | not ready: status \"healthy\"",
                "200 | {\"status\":\"error\\u001b[2J\"}                       | not ready: status \"error [2J\"",
                "200 | {\"status\":true}                                      | unreadable: no text under \"status\"",
                "200 | {\"status\":\"ok\",\"status\":\"error\"}               | unreadable: malformed JSON",
                "200 | {\"error\":\"Unexpected endpoint or method. (GET /health)\"} | not ready: Unexpected endpoint or method. (GET /health)",
                "200 | ``                                                     | unreadable: an empty body",
                "200 | \"ok\"                                                 | unreadable: text, not JSON: \"\"ok\"\"",
                "503 | {\"error\":{\"message\":\"Loading model\",\"type\":\"unavailable_error\",\"code\":503}} | not ready: loading model",
                "503 | <!doctype html><p>Loading</p>                          | unreadable: an HTML page, not JSON",
                "404 | {\"error\":{\"message\":\"File Not Found\",\"type\":\"not_found_error\",\"code\":404}} | not ready: File Not Found",
            })
    void healthReadsAsAPersonWouldReadIt(int status, String body, String expected) {
        assertEquals(expected, ReadingText.of(probe().question().read(Answer.of(status, body))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"data\":[{\"id\":\"/m/a.gguf\",\"meta\":null}]}       | models: /m/a.gguf loaded",
                "200 | {\"data\":[{\"id\":\"a\",\"meta\":{\"n_ctx_train\":40960}}]} | models: a loaded",
                "200 | {\"data\":[{\"id\":\"a\",\"status\":{\"value\":\"sleeping\"}},{\"id\":\"b\",\"status\":{\"value\":\"unloaded\",\"failed\":true}}]} | models: a available; b failed",
                "200 | {\"data\":[]}                                           | models: no models",
                "401 | {\"error\":{\"message\":\"Invalid API Key\"}}           | nothing",
                "503 | {\"error\":{\"message\":\"Loading model\"}}             | nothing",
                "200 | {\"error\":\"no\"}                                      | nothing",
                "200 | <html>                                                  | nothing",
                "500 | proxy error: Could not establish connection             | nothing",
            })
    void theListOnlyAddsKnowledge(int status, String body, String expected) {
        var finding = probe().followUps().getFirst().read(Answer.of(status, body), ModelList.empty());

        assertEquals(expected, ReadingText.of(finding));
    }

    @Test
    void itIsKnownByItsServerHeaderAtAnyStatusOrByTheOwner() {
        var signed = Answer.of(404, List.of(Map.entry("Server", "llama.cpp")), new byte[0], 0, 0);

        assertTrue(probe().resembles(signed));
        assertTrue(probe().resembles(Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"llamacpp\"}]}")));
        assertFalse(probe().resembles(Answer.of(200, "{\"status\":\"ok\"}")));
        assertFalse(probe().resembles(Answer.of(503, "{\"error\":{\"message\":\"Loading model\"}}")));
    }
}
