package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendConfig.Credential;
import nexus.app.config.BackendConfig.Header;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.Secret;
import nexus.app.config.TlsConfig;
import nexus.app.health.CheckError.HttpError;
import nexus.spi.Answer;
import nexus.spi.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusErrorsTest {

    private static final String KEY = "a-key-of-no-known-form";
    private static final Credential LAB = new Credential("LAB_KEY", new Secret(KEY));
    private static final Header AUTHORIZATION = new Header("authorization", new Secret("Basic xyz"), false);
    private static final Reading UNREADABLE = Reading.unreadable("no JSON");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "301 | https://gpu-1/v1/models    | is redirected (301) to https://gpu-1/v1/models",
                "302 | /lab/v1/models             | is redirected (302) to itself",
                "307 | http://gpu-1:8000/lab/v1/models | is redirected (307) to itself",
                "302 | ''                         | is redirected (302) without a Location header",
            })
    void aRedirectNamesItsTarget(int status, String location, String expected) {
        var headers =
                location.isEmpty() ? List.<Map.Entry<String, String>>of() : List.of(Map.entry("Location", location));

        var error = error(backend(Optional.empty(), List.of()), answer(status, headers, ""), UNREADABLE);

        assertEquals("GET /lab/v1/models " + expected, error.cause());
    }

    @Test
    void theKeysVariableIsNamedAndItsValueNever() {
        var reading = Reading.notReady("bad key " + KEY);

        var error = error(backend(Optional.of(LAB), List.of()), Answer.of(401, ""), reading);

        assertEquals(
                "the backend wants other credentials (401, the key from LAB_KEY was sent): bad key [redacted]",
                error.cause());
        assertEquals("Check the key in LAB_KEY", error.fix());
    }

    @Test
    void aHeaderOfOnesOwnStandsInTheKeysPlace() {
        var error = error(backend(Optional.of(LAB), List.of(AUTHORIZATION)), Answer.of(401, ""), UNREADABLE);

        assertEquals("the backend wants other credentials (401, the configured headers were sent)", error.cause());
        assertFalse(error.fix().contains("LAB_KEY"), error.fix());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | there is no /lab/v1/models on this server (404)",
                "405 | GET /lab/v1/models is not allowed on this server (405)",
                "418 | GET /lab/v1/models was answered with status 418",
                "503 | the server says that it is unavailable (503)",
            })
    void thePathIsTheOneThatWasAskedPrefixIncluded(int status, String expected) {
        assertEquals(
                expected,
                error(backend(Optional.empty(), List.of()), Answer.of(status, ""), UNREADABLE)
                        .cause());
    }

    @ParameterizedTest
    @CsvSource({
        "503, loading model, true",
        "503, Loading qwen3 (40 %), true",
        "503, Still Loading, true",
        "503, Model m is currently loading, true",
        "503, Model loading in progress, true",
        "503, busy, false",
        "503, error loading model: out of memory, false",
        "503, Loading model failed: out of memory, false",
        "503, uploading, false",
        "500, loading model, false"
    })
    void loadingIsWhatA503SaysOfItself(int status, String reason, boolean loading) {
        var error = error(backend(Optional.empty(), List.of()), Answer.of(status, ""), Reading.notReady(reason));

        assertEquals(loading, error.loading());
        assertEquals("HttpError(" + status + ")", error.text());
    }

    @Test
    void theServersOwnWordsStayWhereTheySayMore() {
        assertEquals(
                "the server is up and still loading a model (503): Loading qwen3 (40 %)",
                error(
                                backend(Optional.empty(), List.of()),
                                Answer.of(503, ""),
                                Reading.notReady("Loading qwen3 (40 %)"))
                        .cause());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | haproxy | <html><body><h1>503 Service Unavailable</h1></body></html> | true",
                "503 | ''      | no available server   | true",
                "503 | envoy   | no healthy upstream   | true",
                "503 | uvicorn | Service Unavailable   | false",
                "503 | nginx   | starting              | false",
                "503 | ''      | ''                    | false",
                "503 | ''      | {\"error\":\"busy\"}    | false",
                "521 | cloudflare | error code: 521    | true",
                "530 | cloudflare | ''                 | true",
                "529 | ''      | ''                    | false",
            })
    void whoSpeaksForAServerThatItDidNotReachIsCalledAProxy(int status, String server, String body, boolean proxy) {
        var headers = server.isEmpty() ? List.<Map.Entry<String, String>>of() : List.of(Map.entry("Server", server));

        var error = error(backend(Optional.empty(), List.of()), answer(status, headers, body), UNREADABLE);

        assertEquals(proxy, error.cause().endsWith(": a proxy that has no answer from the server behind it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login?next=/                     | true",
                "/users/sign_in                    | true",
                "https://gpu-1/oauth2/start        | true",
                "https://sso.lab.example/          | true",
                "//login.lab.example:8443          | true",
                "https://gpu-processor.lab/        | false",
                "https://login01.lab/v1/models     | false",
                "https://GPU-1:8443/v1/models      | false",
                "/v1/models?from=login             | false",
                "/blogins                          | false",
            })
    void aLoginIsKnownByWholeWords(String location, boolean login) {
        var error = error(
                backend(Optional.empty(), List.of()),
                answer(302, List.of(Map.entry("Location", location)), ""),
                UNREADABLE);

        assertEquals(login, error.fix().startsWith("A login stands before the server"));
    }

    @Test
    void theOwnHostsNameTellsNothing() {
        assertFalse(LoginPlace.isIn("https://login-1.lab/v1/models", "login-1.lab"));
        assertFalse(LoginPlace.isIn("https://LOGIN-1.lab:8443/v1/models", "login-1.lab"));
    }

    @Test
    void hostileHeadersAreMadeHarmless() {
        var headers = List.of(Map.entry("Location", "http://x/\u001b[31m\u202e" + " y".repeat(500)));

        var cause = error(backend(Optional.empty(), List.of()), answer(302, headers, ""), UNREADABLE)
                .cause();

        assertEquals(-1, cause.indexOf('\u001b'));
        assertEquals(-1, cause.indexOf('\u202e'));
        assertEquals(200, cause.length());
    }

    @Test
    void aServerThatWantsTlsIsUnderstood() {
        var answer = Answer.of(400, "Client sent an HTTP request to an HTTPS server.\n");

        var error = error(backend(Optional.empty(), List.of()), answer, UNREADABLE);

        assertEquals("Write https:// in url", error.fix());
    }

    private static HttpError error(BackendConfig backend, Answer answer, Reading reading) {
        return (HttpError) new StatusErrors(backend, "/v1/models", List.of(KEY)).of(answer, reading);
    }

    private static Answer answer(int status, List<Map.Entry<String, String>> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Answer.of(status, headers, bytes, 0, bytes.length);
    }

    private static BackendConfig backend(Optional<Credential> key, List<Header> headers) {
        var plain = BackendConfig.of("x", BackendUrl.parse("http://gpu-1:8000/lab"), "openai");
        return new BackendConfig(
                "x",
                plain.url(),
                "openai",
                50,
                true,
                Map.of(),
                key,
                headers,
                plain.timing(),
                plain.thresholds(),
                Optional.empty(),
                plain.onParseError(),
                TlsConfig.DEFAULT,
                BackendSource.CONFIGURED);
    }
}
