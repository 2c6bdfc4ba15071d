package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nexus.app.config.ConfigSource;
import nexus.app.config.Overrides;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The routes that change something, over real sockets.
class OperateRoutesTest {

    private static final String TOML = """
            [[backends]]
            name = "a"
            url = "http://a:1"
            type = "vllm"
            [[backends]]
            name = "b"
            url = "http://b:1"
            type = "ollama"
            """;

    @TempDir
    private Path folder;

    private Registry registry;
    private Served served;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), TOML);
        var source = new ConfigSource(Optional.of(file), Overrides.NONE, Map.of(), Operated.TYPES);
        var config = source.read();
        registry = new Registry(config.backends(), Fleets.CLOCK);
        served = Served.with(registry, Operated.of(source, config, registry));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void anAddedBackendIsAnsweredWithItsEntry() throws IOException {
        String answer = post("/v1/backends", "application/json", """
                {"url":"http://gpu-1:8001/v1","labels":{"rack":"r1"},"priority":7,"timeout_seconds":2.5}""");

        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
        assertTrue(
                answer.contains("{\"name\":\"vllm-gpu-1-8001\",\"type\":\"vllm\",\"url\":\"http://gpu-1:8001\","
                        + "\"status\":\"unknown\","),
                answer);
        assertTrue(answer.contains("\"labels\":{\"rack\":\"r1\"}"), answer);
        assertTrue(answer.contains("\"recognised\":\"/version answers as vllm does\""), answer);
        assertEquals("a b vllm-gpu-1-8001", fleet());
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
        String answer = served.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("\r\n\r\n" + body), answer);
    }

    @Test
    void aRemovedBackendComesBackByItsName() throws IOException {
        request("DELETE", "/v1/backends/a", "", "");
        assertEquals("b", fleet());

        String answer = post("/v1/backends/a/restore", "", "");

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals("a b", fleet());
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
        String answer = post("/v1/backends", body.isEmpty() ? "" : "application/json; charset=utf-8", body);

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
        assertTrue(answer.contains(says), answer);
        assertEquals("a b", fleet());
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
        String answer = post(path, type, "{\"url\":\"http://c:1\",\"type\":\"vllm\"}");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals("a b", fleet());
        assertEquals(
                "unknown",
                registry.backend("a").orElseThrow().snapshot().status().text());
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
        String answer = request(method, path, "", "");

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
        String answer = post(path, "", "");

        assertFalse(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals(
                "unknown",
                registry.backend("a").orElseThrow().snapshot().status().text());
    }

    @Test
    void anActionTakesNoSettings() throws IOException {
        String answer = post("/v1/backends/a/drain", "application/json", "{\"until\":5}");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(post("/v1/backends/a/drain", "application/json", "{}").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        String body = "{\"url\":\"" + "x".repeat(RequestBody.MAX_BYTES) + "\"}";

        String answer = chunked("/v1/backends", body);

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertEquals("a b", fleet());
    }

    @Test
    void aPlanOfATextComparesItWithWhatIsInForce() throws IOException {
        String answer = post("/v1/config/plan", "application/toml", TOML.replace("http://b:1", "http://b:2") + """
                [[backends]]
                name = "c"
                url = "http://c:1"
                type = "vllm"
                """);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("{\"backend\":\"b\",\"change\":\"restarted\",\"keys\":[{\"key\":\"url\","), answer);
        assertTrue(answer.contains("{\"backend\":\"c\",\"change\":\"added\",\"type\":\"vllm\","), answer);
        assertEquals("a b", fleet());
    }

    @Test
    void everyProblemOfATextIsToldWithItsPlace() throws IOException {
        String answer = post("/v1/config/plan", "application/toml", TOML + "priorty = 1\ntypo = 2\n");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\"problems\":[{\"at\":\""), answer);
        assertTrue(
                answer.contains("nexus.toml:9:1\",\"key\":\"backends[1].priorty\",\"message\":\"unknown key"), answer);
    }

    private String fleet() {
        List<String> names = registry.backends().stream()
                .map(backend -> backend.config().name())
                .toList();
        return names.stream().collect(Collectors.joining(" "));
    }

    private String post(String path, String type, String body) throws IOException {
        return request("POST", path, type, body);
    }

    private String request(String method, String path, String type, String body) throws IOException {
        String typed = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return served.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + typed
                + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    /// Without a length said before.
    private String chunked(String path, String body) throws IOException {
        return served.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
    }
}
