package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import nexus.spi.Reading;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiModelsTest {

    private static String read(int status, String body) {
        return ReadingText.of(OpenAiModels.read(Answer.of(status, body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}                   | ready: a; b",
                "{\"models\":[{\"id\":\"a\"}]}                                | ready: a",
                "[{\"id\":\"a\",\"type\":\"chat\"}]                           | ready: a",
                "{\"object\":\"list\",\"data\":null}                          | ready: no models",
                "{\"models\":null}                                            | ready: no models",
                "{\"data\":[],\"object\":\"list\"}                            | ready: no models",
                "[]                                                           | ready: no models",
                "{\"data\":[{\"id\":\"a\"},{\"id\":\"a\"},{\"id\":\"b\"}]}    | ready: a; b",
                "{\"data\":[{\"id\":\"a\",\"created\":1.5,\"owned_by\":null}]}| ready: a",
                "{\"data\":[{\"id\":\"a\"},{\"x\":1},7,null,{\"id\":3}]}      | ready: a (+4 dropped)",
                "{\"data\":[{\"id\":\"../models/x y@q4:z.gguf\"}]}            | ready: ../models/x y@q4:z.gguf",
                "{\"data\":[{\"id\":\"a\\u001b[31m\"},{\"id\":\"b\"}]}        | ready: b (+1 dropped)",
                "{\"data\":[],\"models\":[{\"id\":\"a\"}]}                    | ready: a",
                "{\"data\":[{\"id\":\"a\"}],\"models\":3}                     | ready: a",
                "{\"error\":null,\"data\":[{\"id\":\"a\"}]}                   | ready: a",
                "{\"data\":[{\"name\":\"no id\"},{\"id\":\" \"},{}]}          | ready: no id (+2 dropped)",
                "{\"data\":[{\"id\":1},{}]}      | unreadable: none of its 2 entries has a usable id",
                "{\"object\":\"list\"}           | unreadable: no list under \"data\" or \"models\"",
                "{}                              | unreadable: no list under \"data\" or \"models\"",
                "{\"data\":{\"id\":\"a\"}}       | unreadable: no list under \"data\"",
                "{\"data\":\"a\",\"models\":[]}  | unreadable: no list under \"data\"",
                "{\"data\":[],\"data\":[]}       | unreadable: \"data\" stands twice in it",
                "{\"models\":[],\"models\":null} | unreadable: \"models\" stands twice in it",
                "{\"data\":[]} x                 | unreadable: something follows the JSON document",
                "{\"data\":[]}{}                 | unreadable: something follows the JSON document",
                "{\"data\":[{\"id\":\"a\"        | unreadable: JSON that ends in the middle",
                "{\"data\":[{id:1}]}             | unreadable: malformed JSON",
                "null                            | unreadable: null instead of a JSON object",
                "404 page not found              | unreadable: text, not JSON: \"404 page not found\"",
                "<?xml version=\"1.0\"?><a/>     | unreadable: markup, not JSON",
                "``                              | unreadable: an empty body",
            })
    void aListReadsAsAPersonWouldReadIt(String body, String expected) {
        assertEquals(expected, read(200, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"error\":\"Unexpected endpoint or method. (GET /x)\"} | Unexpected endpoint or method. (GET /x)",
                "200 | {\"data\":[{\"id\":\"a\"}],\"error\":{\"message\":\"m\"}}  | m",
                "200 | {\"error\":{}}                                          | an error without a message",
                "200 | {\"error\":false}                                       | false",
                "200 | {\"object\":\"error\",\"message\":\"m\",\"code\":400}   | m",
                "503 | {\"error\":{\"message\":\"Loading model\",\"code\":503}}| loading model",
                "503 | {\"error\":\"Loading model failed: no memory\"}        | Loading model failed: no memory",
                "503 | {\"status\":\"starting\",\"reason\":\"startup preload in progress\"} | startup preload in progress",
                "503 | {\"error\":\"The model is currently scaling.\"}         | The model is currently scaling.",
                "401 | {\"detail\":{\"error\":{\"message\":\"\",\"code\":\"invalid_api_key\"}}} | invalid_api_key",
                "404 | {\"detail\":\"Not Found\"}                              | Not Found",
                "422 | {\"detail\":[{\"loc\":[\"x\"],\"msg\":\"field required\"}]} | field required",
                "429 | {\"error\":{\"message\":\"\",\"type\":\"requests\",\"code\":null}} | requests",
            })
    void anErrorInJsonIsNotReadyAndNamesTheServersReason(int status, String body, String reason) {
        assertEquals("not ready: " + reason, read(status, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | <html><head><title>502 Bad Gateway</title></head> | an HTML page, not JSON",
                "200 | <!DOCTYPE HTML><title>Dashboard</title>           | an HTML page, not JSON",
                "500 | Internal Server Error | text, not JSON: \"Internal Server Error\"",
                "404 | {\"data\":[{\"id\":\"a\"}]} | no error text in it",
                "404 | Not Found | text, not JSON: \"Not Found\"",
            })
    void anErrorPageIsUnreadableAndNamedForWhatItIs(int status, String body, String problem) {
        assertEquals("unreadable: " + problem, read(status, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"max_model_len\":32768                                            | 32768",
                "\"max_model_len\":null                                             | 0",
                "\"context_length\":0                                               | 0",
                "\"context_length\":\"131072\"                                      | 131072",
                "\"context_length\":8192.0                                          | 8192",
                "\"context_length\":-1                                              | 0",
                "\"context_length\":1e400                                           | 0",
                "\"max_context_length\":131072,\"loaded_context_length\":8192       | 8192",
                "\"context_window\":16384                                           | 16384",
                "\"max_context_window\":16384                                       | 16384",
                "\"max_input_tokens\":1024                                          | 1024",
                "\"meta\":{\"n_ctx\":16384,\"n_ctx_train\":40960}                   | 16384",
                "\"meta\":null                                                      | 0",
                "\"dmr\":{\"context_window\":40960,\"size\":\"4.68 GB\"}            | 40960",
                "\"context_length\":null,\"top_provider\":{\"context_length\":4096} | 4096",
                "\"max_context_length\":40960,\"loaded_instances\":[{\"id\":\"a\",\"config\":{\"context_length\":8192}}] | 8192",
            })
    void theContextLengthIsFoundWhereTheServerPutsIt(String field, long expected) {
        var reading = OpenAiModels.read(Answer.of(200, "{\"data\":[{\"id\":\"a\"," + field + "}]}"));

        var list = ModelLists.of(reading).orElseThrow();
        assertEquals(expected, list.models().getFirst().contextLength().orElse(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\":{\"value\":\"loaded\"}                                    | loaded",
                "\"status\":{\"value\":\"loading\"}                                   | loading",
                "\"status\":{\"value\":\"unloaded\",\"args\":[]}                      | available",
                "\"status\":{\"value\":\"sleeping\"}                                  | available",
                "\"status\":{\"value\":\"unloaded\",\"failed\":true,\"exit_code\":1}  | failed",
                "\"status\":{\"value\":\"loaded\",\"failed\":true}                    | loaded",
                "\"status\":{\"value\":\"dreaming\"}                                  | -",
                "\"status\":\"succeeded\"                                             | -",
                "\"state\":\"loaded\"                                                 | loaded",
                "\"state\":\"not-loaded\"                                             | available",
                "\"loaded_instances\":[]                                              | available",
                "\"loaded_instances\":[{\"id\":\"a\"}]                                | loaded",
                "\"object\":\"model\"                                                 | -",
            })
    void theStateIsKnownOnlyWhereTheServerTells(String field, String expected) {
        var reading = OpenAiModels.read(Answer.of(200, "{\"data\":[{\"id\":\"a\"," + field + "}]}"));

        var model = ModelLists.of(reading).orElseThrow().models().getFirst();
        assertEquals(expected, model.state().map(ModelState::text).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"capabilities\":[\"text\",\"vision\",\"vision\"]               | text,vision",
                "\"capabilities\":[\"tool_use\"],\"type\":\"vlm\"                | tools,vision",
                "\"capabilities\":{\"vision\":false,\"trained_for_tool_use\":true} | tools",
                "\"capabilities\":[\"completion\",\"multimodal\"]                | completion,vision",
                "\"type\":\"embeddings\"                                         | embedding",
                "\"architecture\":{\"input_modalities\":[\"text\",\"image\"]}    | vision",
                "\"supported_parameters\":[\"tools\",\"seed\"]                   | tools",
                "\"capabilities\":[\"a b\",7,null,{\"x\":1},\"\"]                | ''",
                "\"capabilities\":\"all\"                                        | ''",
            })
    void capabilitiesUseOneVocabulary(String field, String expected) {
        var reading = OpenAiModels.read(Answer.of(200, "{\"data\":[{\"id\":\"a\"," + field + "}]}"));

        var model = ModelLists.of(reading).orElseThrow().models().getFirst();
        assertEquals(expected, String.join(",", model.capabilities()));
    }

    @Test
    void llamaServersSecondListTellsTheCapabilities() {
        String body = "{\"models\":[{\"name\":\"q\",\"size\":\"\",\"capabilities\":[\"completion\",\"multimodal\"]}],"
                + "\"data\":[{\"id\":\"q\",\"meta\":{\"n_ctx\":16384}}]}";

        assertEquals("ready: q ctx=16384 [completion,vision]", read(200, body));
    }

    static Stream<Charset> unicode() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("unicode")
    void anyUnicodeEncodingIsReadWithAndWithoutItsMark(Charset charset) {
        for (String mark : List.of("", "\ufeff")) {
            byte[] body = (mark + "{\"data\":[{\"id\":\"é\"}]}").getBytes(charset);

            var reading = OpenAiModels.read(Answer.of(200, List.of(), body, 0, body.length));

            assertEquals(Reading.ready(ModelList.of(Model.named("é"))), reading);
        }
    }

    @Test
    void malformedUtf8IsUnreadable() {
        byte[] body = "{\"data\":[{\"id\":\"é\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        var reading = OpenAiModels.read(Answer.of(200, List.of(), body, 0, body.length));

        assertEquals("unreadable: malformed text: not what its encoding allows", ReadingText.of(reading));
    }

    @Test
    void nestingDeeperThanTheLimitIsUnreadable() {
        String body = "{\"data\":[{\"id\":\"a\",\"x\":" + "[".repeat(70) + "]".repeat(70) + "}]}";

        assertEquals("unreadable: JSON nested deeper than 64 levels", read(200, body));
    }

    @Test
    void noBeginningOfAListReadsAsReady() {
        String body = "{\"object\":\"list\",\"data\":[{\"id\":\"a\"},{\"id\":\"b\",\"max_model_len\":5}]}";
        for (int length = 0; length < body.length(); length++) {
            assertInstanceOf(Reading.Unreadable.class, OpenAiModels.read(Answer.of(200, body.substring(0, length))));
        }
    }

    @Test
    void aListIsOwnedByThoseWhoOwnAllOfIt() {
        Answer mixed = Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"vllm\"},{\"id\":\"b\"}]}");
        Answer whole = Answer.of(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"vllm\"}]}");

        assertFalse(OpenAiModels.areOwnedBy(mixed, "vllm"));
        assertFalse(OpenAiModels.areOwnedBy(Answer.of(200, "{\"data\":[]}"), "vllm"));
        assertFalse(OpenAiModels.areOwnedBy(whole, "exo"));
        assertTrue(OpenAiModels.areOwnedBy(whole, "exo", "vllm"));
    }
}
