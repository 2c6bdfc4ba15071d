package nexus.probe.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;

class LmStudioProbeTest implements ProbeContract {

    private static final String OPENAI_LIST =
            "{\"data\":[{\"id\":\"qwen/qwen3-8b\",\"object\":\"model\",\"owned_by\":\"organization_owner\"}],\"object\":\"list\"}";
    /// Source: lmstudio-ai/docs, REST API v0.
    private static final String V0_LIST =
            "{\"data\":[{\"id\":\"gemma-3-12b-it\",\"object\":\"model\",\"type\":\"vlm\",\"publisher\":\"google\",\"arch\":\"gemma3\","
                    + "\"compatibility_type\":\"gguf\",\"quantization\":\"Q4_K_M\",\"state\":\"loaded\",\"max_context_length\":131072,"
                    + "\"loaded_context_length\":8192,\"capabilities\":[\"tool_use\"]}],\"object\":\"list\"}";
    /// Source: lmstudio-ai/docs, REST API v1 (0.4.0): the list is under `models`, the id under `key`.
    private static final String V1_LIST =
            "{\"models\":[{\"type\":\"llm\",\"publisher\":\"qwen\",\"key\":\"qwen/qwen3-8b\",\"quantization\":{\"name\":\"Q4_K_M\"},"
                    + "\"loaded_instances\":[{\"id\":\"qwen/qwen3-8b:2\",\"config\":{\"context_length\":8192}}],"
                    + "\"max_context_length\":40960,\"capabilities\":{\"vision\":false,\"trained_for_tool_use\":true}},"
                    + "{\"type\":\"embedding\",\"publisher\":\"nomic\",\"key\":\"nomic-embed\",\"quantization\":null,"
                    + "\"loaded_instances\":[],\"max_context_length\":2048}]}";
    private static final String UNKNOWN_PATH = "{\"error\":\"Unexpected endpoint or method. (GET /health)\"}";

    @Override
    public BackendProbe probe() {
        return new LmStudioProbe();
    }

    @Override
    public List<Answer> samples() {
        return List.of(
                Answer.of(200, OPENAI_LIST),
                Answer.of(200, V0_LIST),
                Answer.of(200, V1_LIST),
                Answer.of(200, UNKNOWN_PATH));
    }

    @Test
    void theListDecides() {
        assertEquals(Set.of("lm-studio"), probe().aliases());
        assertEquals("/v1/models", probe().question().path());
    }

    @Test
    void allThreeListsAreRead() {
        assertEquals("ready: qwen/qwen3-8b by=organization_owner", read(200, OPENAI_LIST));
        assertEquals("ready: gemma-3-12b-it ctx=8192 loaded [tools,vision]", read(200, V0_LIST));
        assertEquals(
                "ready: qwen/qwen3-8b ctx=8192 loaded [tools]; nomic-embed ctx=2048 available [embedding]",
                read(200, V1_LIST));
    }

    /// lmstudio-bug-tracker#816: without loading on demand, nothing loaded is an empty list.
    @Test
    void anEmptyListIsHealthy() {
        assertEquals("ready: no models", read(200, "{\"data\":[],\"object\":\"list\"}"));
    }

    /// lmstudio-bug-tracker#618: every unknown path is answered with 200.
    @Test
    void anErrorWithStatus200IsNotReady() {
        assertEquals("not ready: Unexpected endpoint or method. (GET /health)", read(200, UNKNOWN_PATH));
    }

    @Test
    void aMissingTokenIsNamed() {
        String body =
                "{\"error\":{\"type\":\"invalid_request\",\"code\":\"invalid_api_key\",\"message\":\"An LM Studio API token is required\"}}";

        assertEquals("not ready: An LM Studio API token is required", read(401, body));
        assertTrue(probe().resembles(Answer.of(401, body)));
        assertFalse(probe().resembles(Answer.of(401, body.replace("LM Studio", "OpenAI"))));
    }

    @Test
    void itIsKnownByItsOwnListsAndItsOwnError() {
        assertTrue(probe().resembles(Answer.of(200, V0_LIST)));
        assertTrue(probe().resembles(Answer.of(200, V1_LIST)));
        assertTrue(probe().resembles(Answer.of(200, UNKNOWN_PATH)));
        assertFalse(probe().resembles(Answer.of(200, OPENAI_LIST)), "the owner alone is no proof");
        assertFalse(probe().resembles(Answer.of(404, UNKNOWN_PATH)));
    }

    @Test
    void lemonadeUnderTheSamePathsIsNotLmStudio() {
        String lemonade = V0_LIST.replace("\"type\":\"vlm\"", "\"recipe\":\"llamacpp\"");

        assertFalse(probe().resembles(Answer.of(200, lemonade)));
    }

    private String read(int status, String body) {
        return ReadingText.of(probe().question().read(Answer.of(status, body)));
    }
}
