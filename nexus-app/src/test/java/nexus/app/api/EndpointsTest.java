package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.with(Fleets.mixed());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET     | /health                               | 200 |
            GET     | /health?x=%20&y                       | 200 |
            GET     | /health/live                          | 200 |
            GET     | /health/ready                         | 200 |
            GET     | /v1/models                            | 200 |
            GET     | /v1/models?include=all                | 200 |
            GET     | /v1/models?api-version=7              | 200 |
            GET     | /v1/models?include=some               | 400 | invalid_parameter
            GET     | /v1/models/Qwen/Qwen3-8B              | 200 |
            GET     | /v1/models/Qwen%2FQwen3-8B            | 200 |
            GET     | /v1/models/tiny                       | 404 | model_not_found
            GET     | /v1/models/tiny?include=all           | 200 |
            GET     | /v1/models/Qwen                       | 404 | model_not_found
            GET     | /v1/models/..%2f..%2fhealth           | 404 | model_not_found
            GET     | /v1/backends                          | 200 |
            GET     | /v1/backends/gpu-1                    | 200 |
            GET     | /v1/backends/off                      | 200 |
            GET     | /v1/backends/gpu-9                    | 404 | backend_not_found
            GET     | /v1/backends/gpu-1/x                  | 404 | backend_not_found
            GET     | /v1/backends/gpu-1/explain            | 200 |
            GET     | /v1/backends/off/explain              | 200 |
            GET     | /v1/backends/gpu-9/explain            | 404 | backend_not_found
            GET     | /v1/backends/gpu-1%2Fx/explain        | 404 | backend_not_found
            GET     | /v1/backends//explain                 | 404 | backend_not_found
            GET     | /v1/backends/explain                  | 404 | backend_not_found
            GET     | /v1/backends/gpu-1?fields=name,url    | 200 |
            GET     | /v1/backends/gpu-1?fields=secret      | 400 | invalid_parameter
            GET     | /v1/backends/gpu-1?status=healthy     | 400 | invalid_parameter
            GET     | /v1/backends?status=healthy,disabled  | 200 |
            GET     | /v1/backends?status=Healthy           | 400 | invalid_parameter
            GET     | /v1/backends?status=                  | 400 | invalid_parameter
            GET     | /v1/backends?type=vllm&type=ollama    | 200 |
            GET     | /v1/backends?type=<x>                 | 400 |
            GET     | /v1/backends?limit=1&after=gpu-1      | 200 |
            GET     | /v1/backends?limit=0                  | 400 | invalid_parameter
            GET     | /v1/backends?limit=-1                 | 400 | invalid_parameter
            GET     | /v1/backends?limit=99999999999        | 400 | invalid_parameter
            GET     | /v1/backends?limit=1&limit=2          | 400 | invalid_parameter
            GET     | /v1/backends?after=gpu-9              | 400 | invalid_parameter
            GET     | /v1/backends?stauts=healthy           | 400 | invalid_parameter
            GET     | /Health                               | 404 | unknown_path
            GET     | /healthy                              | 404 | unknown_path
            GET     | /health/x                             | 404 | unknown_path
            GET     | /v1                                   | 404 | unknown_path
            GET     | /v2/models                            | 404 | unknown_path
            DELETE  | /nowhere                              | 404 | unknown_path
            POST    | /health                               | 405 | method_not_allowed
            PUT     | /v1/models                            | 405 | method_not_allowed
            PUT     | /v1/backends/gpu-1                    | 405 | method_not_allowed
            OPTIONS | /v1/backends                          | 405 | method_not_allowed
            TRACE   | /health                               | 405 | method_not_allowed
            BREW    | /health                               | 405 | method_not_allowed
            POST    | /v1/chat/completions                  | 404 | not_routed
            POST    | /v1/completions                       | 404 | not_routed
            POST    | /v1/embeddings                        | 404 | not_routed
            POST    | /v1/audio/speech                      | 404 | not_routed
            POST    | /api/chat                             | 404 | not_routed
            """)
    void eachPathAndMethodHasItsStatus(String method, String path, int status, String code) throws IOException {
        // when
        String answer = served.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // then
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        if (code != null) {
            assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
        }
        if (status >= 400) {
            assertTrue(answer.contains("{\"error\":{\"message\":\""), answer);
        }
        assertEquals(status == 405, answer.contains("\r\nAllow: GET, HEAD"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/json\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/health/live", "/health/ready", "/v1/models", "/v1/backends", "/v1/backends/gpu-1"})
    void headAnswersWithTheLengthThatGetWouldHaveAndNoBody(String path) throws Exception {
        // when
        var get = served.get(path);
        var head = served.ask("HEAD", path);

        // then
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
    }

    @Test
    void everyAnswerForbidsCachingAndSniffing() throws Exception {
        for (String path : new String[] {"/health", "/v1/models", "/nowhere"}) {
            var headers = served.get(path).headers();
            assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""), path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
        }
    }

    @Test
    void oneConnectionServesManyRequestsAlsoAfterErrorsAndBodies() throws Exception {
        try (var socket = served.connect()) {
            for (int i = 0; i < 3; i++) {
                for (String head : new String[] {
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc",
                    "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}",
                    "HEAD /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n"
                }) {
                    socket.getOutputStream().write(head.getBytes());
                }
            }
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
            String all = new String(socket.getInputStream().readAllBytes());
            assertEquals(13, all.split("HTTP/1\\.1 ", -1).length - 1, all);
            assertTrue(all.endsWith("{\"status\":\"alive\"}\n"), all);
        }
    }

    @Test
    void aPlantedSecretIsInNoAnswer() throws Exception {
        for (String path : new String[] {
            "/health", "/v1/models?include=all", "/v1/backends", "/v1/backends/gpu-1", "/v1/backends/off"
        }) {
            assertFalse(served.get(path).body().contains("planted"), path);
        }
    }
}
