package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The routes that change something, over real sockets.
class OperateRoutesTest {

    @TempDir
    private Path folder;

    private ServedFile server;

    @BeforeEach
    void start() throws IOException {
        server = new ServedFile(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAddedBackendIsAnsweredWithItsEntry() throws IOException {
        String answer = server.post("/v1/backends", "application/json", """
                {"url":"http://gpu-1:8001/v1","labels":{"rack":"r1"},"priority":7,"timeout_seconds":2.5}""");

        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
        assertTrue(
                answer.contains("{\"name\":\"vllm-gpu-1-8001\",\"type\":\"vllm\",\"url\":\"http://gpu-1:8001\","
                        + "\"status\":\"unknown\","),
                answer);
        assertTrue(answer.contains("\"labels\":{\"rack\":\"r1\"}"), answer);
        assertTrue(answer.contains("\"recognised\":\"/version answers as vllm does\""), answer);
        assertEquals("a b vllm-gpu-1-8001", server.fleet());
    }

    @Test
    void aWholeNumberIsOneHoweverItIsWritten() throws IOException {
        String answer = server.post("/v1/backends", "application/json", """
                {"name":"c","url":"http://c:1","type":"vllm","priority":7.0,"failure_threshold":1e1}""");

        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
        assertTrue(answer.contains("\"priority\":7,"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /v1/backends/a/drain   | {"name":"a","type":"vllm","url":"http://a:1","status":"draining"
            POST   | /v1/backends/a/undrain | {"name":"a","type":"vllm","url":"http://a:1","status":"unknown"
            POST   | /v1/backends/a/check   | {"name":"a","type":"vllm","url":"http://a:1","status":"unknown"
            DELETE | /v1/backends/a         | {"name":"a","removed":true,"restorable":true}
            POST   | /v1/config/reload      | {"applied":true,"changes":[],"settings":[],"restart_needed":[],"notes":[]}
            POST   | /v1/config/plan        | {"applied":false,"changes":[],"settings":[],"restart_needed":[],"notes":[]}
            """)
    void anOperationIsAnsweredWithWhatIsTrueNow(String method, String path, String body) throws IOException {
        String answer = server.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("\r\n\r\n" + body), answer);
    }

    @Test
    void aRemovedBackendComesBackByItsName() throws IOException {
        server.request("DELETE", "/v1/backends/a", "", "");
        assertEquals("b", server.fleet());

        String answer = server.post("/v1/backends/a/restore", "", "");

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals("a b", server.fleet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"url":"http://c:1","type":"vllm","priorty":1}   | 400 | invalid_configuration | did you mean \\"priority\\"?
            {"url":"http://c:1","type":"vlm"}                | 400 | invalid_configuration | "key":"type"
            {"url":"ftp://c","type":"vllm"}                  | 400 | invalid_configuration | "key":"url"
            {"type":"vllm"}                                  | 400 | invalid_configuration | is missing
            {"url":"http://c:1","type":"vllm","name":"a"}    | 409 | conflict              | named \\"a\\" already
            {"url":"http://c:1","type":"vllm","enabled":"x"} | 400 | invalid_configuration | true or false
            {"url":"http://c:1","type":"vllm","tls":3}       | 400 | invalid_configuration | "problems":[
            {"url":"http://c:1","url":"http://d:1"}          | 400 | invalid_json          | not valid JSON at line 1
            {"url":null}                                     | 400 | invalid_json          | null
            {"url":["http://c:1"]}                           | 400 | invalid_json          | array
            {"priority":99999999999999999999}                | 400 | invalid_json          | not valid JSON
            {"labels":{"a":{"b":{"c":{"d":1}}}}}             | 400 | invalid_json          | not valid JSON
            {"url":"http://c:1"} {}                          | 400 | invalid_json          | nothing behind it
            {"url":"http://c:1"                              | 400 | invalid_json          | not valid JSON
            [1]                                              | 400 | invalid_json          | expected a JSON object
            ``                                               | 415 | unsupported_media_type| application/json
            """)
    void anEntryThatIsNotOneIsRefusedAndNothingChanges(String body, int status, String code, String says)
            throws IOException {
        String answer = server.post("/v1/backends", body.isEmpty() ? "" : "application/json; charset=utf-8", body);

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
        assertTrue(answer.contains(says), answer);
        assertEquals("a b", server.fleet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/backends         | text/plain                        | 415
            /v1/backends         | application/x-www-form-urlencoded | 415
            /v1/backends         | multipart/form-data; boundary=x   | 415
            /v1/backends         | application/toml                  | 415
            /v1/backends/a/drain | text/plain                        | 415
            /v1/backends/a/drain | application/toml                  | 415
            /v1/config/reload    | text/plain                        | 415
            /v1/config/plan      | application/json                  | 415
            /v1/config/plan      | text/plain                        | 415
            """)
    void aBodyOfAnotherTypeChangesNothing(String path, String type, int status) throws IOException {
        String answer = server.post(path, type, "{\"url\":\"http://c:1\",\"type\":\"vllm\"}");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals("a b", server.fleet());
        assertEquals("unknown", server.status("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/backends/a/drain | POST
            DELETE | /v1/backends/a/check | POST
            PUT    | /v1/config/reload    | POST
            GET    | /v1/config/plan      | POST
            PUT    | /v1/backends/a       | GET, HEAD, DELETE
            POST   | /v1/backends/a       | GET, HEAD, DELETE
            DELETE | /v1/backends         | GET, HEAD, POST
            """)
    void anotherMethodIsToldWhichAreAllowed(String method, String path, String allowed) throws IOException {
        String answer = server.request(method, path, "", "");

        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertTrue(answer.contains("\r\nAllow: " + allowed + "\r\n"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/backends/x/drain",
        "/v1/backends/x/undrain",
        "/v1/backends/x/restore",
        "/v1/backends/x/check",
        "/v1/backends/%61%2F/drain",
        "/v1/backends/x/../a/drain",
        "/v1/backends/%zz/drain"
    })
    void anUnknownNameIsNotFound(String path) throws IOException {
        String answer = server.post(path, "", "");

        assertFalse(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals("unknown", server.status("a"));
    }

    @Test
    void anActionTakesNoSettings() throws IOException {
        String answer = server.post("/v1/backends/a/drain", "application/json", "{\"until\":5}");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(server.post("/v1/backends/a/drain", "application/json", "{}").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        String body = "{\"url\":\"" + "x".repeat(RequestBody.MAX_BYTES) + "\"}";

        String answer = server.chunked("/v1/backends", body);

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertEquals("a b", server.fleet());
    }
}
