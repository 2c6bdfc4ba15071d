package nexus.probe.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;

class OpenAiProbeTest implements ProbeContract {

    /// Source: openai/openai-openapi, `Model`; `shutdown_date` is new and may be null.
    private static final String LIST = "{\"object\":\"list\",\"data\":["
            + "{\"id\":\"gpt-5.6-mini\",\"object\":\"model\",\"created\":1780012800,\"owned_by\":\"system\",\"shutdown_date\":null},"
            + "{\"id\":\"ft:gpt-4.1-mini:acme::B1x\",\"object\":\"model\",\"created\":1771000000,\"owned_by\":\"acme\"}]}";
    private static final String WRONG_KEY =
            "{\"error\":{\"message\":\"Incorrect API key provided: sk-ab***yz. You can find"
                    + " your API key at https://platform.openai.com/account/api-keys.\",\"type\":\"invalid_request_error\","
                    + "\"param\":null,\"code\":\"invalid_api_key\"}}";

    @Override
    public BackendProbe probe() {
        return new OpenAiProbe();
    }

    @Override
    public List<Answer> samples() {
        return List.of(Answer.of(200, LIST), Answer.of(401, WRONG_KEY));
    }

    @Test
    void theListIsRead() {
        assertEquals(
                "ready: gpt-5.6-mini by=system; ft:gpt-4.1-mini:acme::B1x by=acme",
                ReadingText.of(probe().question().read(Answer.of(200, LIST))));
    }

    @Test
    void theKeyThatTheServerEchoesIsNotShown() {
        assertEquals(
                "not ready: Incorrect API key provided: [redacted] You can find your API key at"
                        + " https://platform.openai.com/account/api-keys.",
                ReadingText.of(probe().question().read(Answer.of(401, WRONG_KEY))));
    }

    /// OpenRouter's list is long and rich; Together's is a bare array; Azure has `created_at` and capabilities.
    @Test
    void theListsOfOtherServicesAreReadToo() {
        String openRouter =
                "{\"data\":[{\"id\":\"x/y:free\",\"context_length\":null,\"architecture\":{\"input_modalities\":"
                        + "[\"text\",\"image\"],\"instruct_type\":null},\"pricing\":{\"prompt\":\"0.0000004\"},\"top_provider\":"
                        + "{\"context_length\":131072},\"supported_parameters\":[\"tools\"]}],\"links\":{\"next\":null}}";
        String together =
                "[{\"id\":\"Qwen/Q\",\"type\":\"chat\",\"context_length\":262144,\"pricing\":{\"input\":0.2}}]";
        String azure =
                "{\"data\":[{\"status\":\"succeeded\",\"capabilities\":{\"fine_tune\":false,\"chat_completion\":true},"
                        + "\"id\":\"gpt-4.1\",\"created_at\":1744588800}],\"object\":\"list\"}";

        assertEquals("ready: x/y:free ctx=131072 [vision,tools]", read(openRouter));
        assertEquals("ready: Qwen/Q ctx=262144", read(together));
        assertEquals("ready: gpt-4.1 [chat]", read(azure));
    }

    @Test
    void itIsKnownByTheHeadersItSignsWithUnlessAzureSignsBesideIt() {
        assertTrue(probe().resembles(signed("openai-version", "openai-processing-ms")));
        assertFalse(probe().resembles(signed("openai-version", "openai-processing-ms", "x-ms-region")));
        assertFalse(probe().resembles(signed("openai-processing-ms")));
        assertFalse(probe().resembles(Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"openai\"}]}")));
    }

    private String read(String body) {
        return ReadingText.of(probe().question().read(Answer.of(200, body)));
    }

    private static Answer signed(String... headers) {
        var entries = Arrays.stream(headers).map(name -> Map.entry(name, "1")).toList();
        return Answer.of(200, entries, new byte[0], 0, 0);
    }
}
