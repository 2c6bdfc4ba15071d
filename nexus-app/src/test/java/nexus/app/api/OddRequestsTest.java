package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddRequestsTest {

    private static final String TAIL = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.with(Fleets.mixed());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    static Arguments[] requests() {
        return new Arguments[] {
            Arguments.of("a bare percent sign", "GET /v1/models/100%" + TAIL, 400),
            Arguments.of("no hexadecimal digits", "GET /v1/models/%zz" + TAIL, 400),
            Arguments.of("half an escape", "GET /v1/models/%4" + TAIL, 400),
            Arguments.of("a bad escape in an unknown path", "GET /%zz" + TAIL, 400),
            Arguments.of("a bad escape in a query", "GET /v1/backends?status=%zz" + TAIL, 400),
            Arguments.of("a bad escape in an ignored query", "GET /health?x=%zz" + TAIL, 400),
            Arguments.of("an escaped null", "GET /v1/models/%00" + TAIL, 404),
            Arguments.of("invalid UTF-8", "GET /v1/models/%ff%fe" + TAIL, 404),
            Arguments.of("an escaped slash in a path", "GET /v1%2Fmodels" + TAIL, 200),
            Arguments.of("an escaped slash before an id", "GET /v1%2Fmodels%2FQwen%2FQwen3-8B" + TAIL, 404),
            Arguments.of("a detour to an id", "GET /x/../v1/models/Qwen/Qwen3-8B" + TAIL, 404),
            Arguments.of("a short detour to an id", "GET /./v1/models/Qwen/Qwen3-8B" + TAIL, 404),
            Arguments.of("an id behind two slashes", "GET /v1//models/Qwen/Qwen3-8B" + TAIL, 404),
            Arguments.of("an absolute URL of an id", "GET http://n/v1/models/Qwen/Qwen3-8B" + TAIL, 200),
            Arguments.of("no id", "GET /v1/models/" + TAIL, 404),
            Arguments.of("no name", "GET /v1/backends/" + TAIL, 404),
            Arguments.of("slashes before an unknown path", "GET ////x" + TAIL, 404),
            Arguments.of("a path parameter", "GET /v1/models;x=y" + TAIL, 200),
            Arguments.of("dots", "GET /../../etc/passwd" + TAIL, 404),
            Arguments.of("dots that lead to a path", "GET /x/../health" + TAIL, 200),
            Arguments.of("two slashes", "GET //health" + TAIL, 200),
            Arguments.of("an absolute URL", "GET http://n/health" + TAIL, 200),
            Arguments.of("no path", "GET" + TAIL, 400),
            Arguments.of("a star", "OPTIONS *" + TAIL, 404),
            Arguments.of("not HTTP at all", "hello\r\n\r\n", 400),
            Arguments.of("another protocol", "GET / SSH/2.0\r\n\r\n", 400),
            Arguments.of("HTTP/1.0", "GET /health HTTP/1.0\r\n\r\n", 505),
            Arguments.of("HTTP/2 with prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
            Arguments.of("no host", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
            Arguments.of("a header without colon", "GET /health HTTP/1.1\r\nHost: localhost\r\nwhat\r\n\r\n", 400),
            Arguments.of("a huge path", "GET /" + "a".repeat(20_000) + TAIL, 414),
            Arguments.of(
                    "huge headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n", 400),
            Arguments.of("a body too large", head("POST /health", "Content-Length: 99999999"), 413),
            Arguments.of("a negative length", head("GET /health", "Content-Length: -1"), 400),
            Arguments.of("a length of letters", head("GET /health", "Content-Length: x"), 400),
            Arguments.of("a chunk of nonsense", head("GET /health", "Transfer-Encoding: chunked") + "zz\r\n", 200),
            Arguments.of("a script in the path", "GET /<script>alert(1)</script>" + TAIL, 400),
        };
    }

    /// Or the client would read the body as its next answer.
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/v1/models", "/v1/backends/x", "/metrics", "/nowhere"})
    void headIsAnsweredWithHeadersAlone(String path) throws IOException {
        // when
        String answer = served.raw("HEAD " + path + TAIL);

        // then
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: "), answer);
    }

    @Test
    void headTellsTheLengthThatGetWouldHave() throws IOException {
        // when
        String head = served.raw("HEAD /v1/models" + TAIL);
        String get = served.raw("GET /v1/models" + TAIL);

        // then
        assertEquals(lengthOf(get), lengthOf(head));
    }

    private static String lengthOf(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .findFirst()
                .orElse(answer);
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @MethodSource("requests")
    void anOddRequestHasAPlainAnswerAndTheConnectionEnds(String what, String request, int status) throws IOException {
        // when
        String answer = served.raw(request);

        // then
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), what + ": " + answer);
        assertTrue(answer.contains("\r\nContent-Type: application/json\r\n"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("helidon") || answer.contains("<"), answer);
        if (status >= 400) {
            assertTrue(answer.contains("\r\n\r\n{\"error\":{\"message\":\""), answer);
        }
    }

    private static String head(String line, String header) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }
}
