package nexus.probe.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nexus.spi.Answer;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of servers that have no type of their own, one trap each. Bodies written by hand after the source named: a
/// file in the server's repository, or its published documentation.
class ListTrapsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SGLang: a list while it still warms up (http_server.py) | {\"object\":\"list\",\"data\":[{\"id\":\"Q\",\"owned_by\":\"sglang\",\"root\":\"Q\",\"max_model_len\":40960}]} | ready: Q ctx=40960 by=sglang",
                "TGI: created is 0, owner is the model (server.rs) | {\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\",\"created\":0,\"owned_by\":\"m\"}]} | ready: m by=m",
                "LocalAI: entries of two fields | {\"object\":\"list\",\"data\":[{\"id\":\"phi-4\",\"object\":\"model\"}]} | ready: phi-4",
                "LocalAI: the list with capabilities | {\"data\":[{\"id\":\"phi-4\",\"capabilities\":[\"chat\",\"embeddings\"]}]} | ready: phi-4 [chat,embedding]",
                "LiteLLM: a wildcard is an id like any other (docs) | {\"data\":[{\"id\":\"openai/*\",\"object\":\"model\",\"created\":1677610602}]} | ready: openai/*",
                "mlx_lm: an empty list for an unknown filter (server.py) | {\"object\": \"list\", \"data\": []} | ready: no models",
                "KoboldCpp: root is no model name (koboldcpp.py 1.76) | {\"object\":\"list\",\"data\":[{\"id\":\"koboldcpp/m\",\"owned_by\":\"koboldcpp\",\"permission\":[],\"root\":\"koboldcpp\"}]} | ready: koboldcpp/m by=koboldcpp",
                "llama-cpp-python: permissions, not permission | {\"object\":\"list\",\"data\":[{\"id\":\"/m/a.gguf\",\"owned_by\":\"me\",\"permissions\":[]}]} | ready: /m/a.gguf by=me",
                "TabbyAPI: nulls, and a dummy before the model | {\"object\":\"list\",\"data\":[{\"id\":\"gpt-3.5-turbo\",\"logging\":null,\"parameters\":null},{\"id\":\"m\",\"owned_by\":\"tabbyAPI\"}]} | ready: gpt-3.5-turbo; m by=tabbyAPI",
                "Lemonade: size is a fraction of GB, context of two kinds (docs/api) | {\"data\":[{\"id\":\"m\",\"size\":4.68,\"recipe\":\"llamacpp\",\"labels\":[\"vision\",\"tool-calling\"],\"max_context_window\":40960}]} | ready: m ctx=40960 [vision,tools]",
                "Docker Model Runner: size is a text | {\"object\":\"list\",\"data\":[{\"id\":\"docker.io/ai/q:8B\",\"owned_by\":\"docker\",\"dmr\":{\"context_window\":40960,\"size\":\"4.68 GB\"}}]} | ready: docker.io/ai/q:8B ctx=40960 by=docker",
                "Docker Model Runner: its own list is a bare array | [{\"id\":\"sha256:ab\",\"tags\":[\"ai/q:8B\"],\"created\":1755000000,\"config\":{}}] | ready: sha256:ab",
                "GPUStack: data before object, meta null | {\"data\":[{\"id\":\"q\",\"meta\":null}],\"object\":\"list\"} | ready: q",
                "GPUStack: a probe's answer is a quoted word | \"ok\" | unreadable: text, not JSON: \"\"ok\"\"",
                "Jan: entries of id and object (docs) | {\"object\":\"list\",\"data\":[{\"id\":\"jan-v3-4b\",\"object\":\"model\"}]} | ready: jan-v3-4b",
                "Groq: the window under its own name | {\"data\":[{\"id\":\"g\",\"active\":true,\"context_window\":131072}]} | ready: g ctx=131072",
                "Gateways: several deployments of one name | {\"data\":[{\"id\":\"m\",\"owned_by\":\"a\"},{\"id\":\"m\",\"owned_by\":\"b\"}]} | ready: m by=a",
                "Cloudflare: HTML with status 200 | <!DOCTYPE html><html lang=\"en\"><title>Just a moment...</title> | unreadable: an HTML page, not JSON",
            })
    void theListIsReadAsThisServerMeansIt(String trap, String body, String expected) {
        var reading = new GenericProbe().question().read(Answer.of(200, body));

        assertEquals(expected, ReadingText.of(reading), trap);
    }
}
