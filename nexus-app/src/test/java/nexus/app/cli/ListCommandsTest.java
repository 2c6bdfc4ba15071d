package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListCommandsTest {

    private static final String BACKENDS = """
            {"object":"list","data":[\
            {"name":"gpu-1","type":"vllm","url":"http://gpu-1:8001","status":"healthy","latency_ms":12.36,\
            "models":[{"id":"Qwen/Qwen3-8B"}],"last_check":{"verdict":"healthy"}},\
            {"name":"slow","type":"ollama","url":"http://10.255.255.1:11434","status":"unhealthy",\
            "last_check":{"verdict":"unhealthy","error":{"kind":"Timeout","text":"Timeout(5)"}}}]}""";

    private static final String MODELS = """
            {"object":"list","data":[\
            {"id":"Qwen/Qwen3-8B","object":"model","nexus":{"backends":["gpu-1","gpu-2"],"context_length":32768}},\
            {"id":"模型","object":"model","nexus":{"backends":["gpu-1"]}}]}""";

    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void backendsAreListedWithLatencyAndLastError() {
        server.answers("/v1/backends", BACKENDS);

        assertEquals(new Ran(0, """
                        ┌───────┬────────┬───────────────────────────┬─────────────┬─────────┬────────┬────────────┐
                        │ Name  │ Type   │ URL                       │ Status      │ Latency │ Models │ Last error │
                        ├───────┼────────┼───────────────────────────┼─────────────┼─────────┼────────┼────────────┤
                        │ gpu-1 │ vllm   │ http://gpu-1:8001         │ ✓ healthy   │ 12.4 ms │ 1      │            │
                        │ slow  │ ollama │ http://10.255.255.1:11434 │ ✗ unhealthy │ -       │ -      │ Timeout(5) │
                        └───────┴────────┴───────────────────────────┴─────────────┴─────────┴────────┴────────────┘
                        """, ""), Ran.nexus("backends", "list", "--url", server.url()));
    }

    @Test
    void modelsAreListedWithBackendsAndContext() {
        server.answers("/v1/models", MODELS);

        assertEquals(new Ran(0, """
                        ┌───────────────┬──────────────┬─────────┐
                        │ Model         │ Backends     │ Context │
                        ├───────────────┼──────────────┼─────────┤
                        │ Qwen/Qwen3-8B │ gpu-1, gpu-2 │ 32768   │
                        │ 模型          │ gpu-1        │ -       │
                        └───────────────┴──────────────┴─────────┘
                        """, ""), Ran.nexus("models", "--url", server.url()));
    }

    @Test
    void jsonIsTheApisOwnAnswer() {
        server.answers("/v1/backends", BACKENDS).answers("/v1/models", MODELS);

        assertEquals(new Ran(0, BACKENDS + "\n", ""), Ran.nexus("backends", "list", "--json", "--url", server.url()));
        assertEquals(new Ran(0, MODELS + "\n", ""), Ran.nexus("models", "--json", "--url", server.url()));
    }

    @Test
    void anEmptyListOfAnotherServerIsNotTakenForNexuss() {
        server.answers("/v1/models", "{\"object\":\"list\",\"data\":[]}");

        assertEquals(3, Ran.nexus("models", "--url", server.url()).code());
    }
}
