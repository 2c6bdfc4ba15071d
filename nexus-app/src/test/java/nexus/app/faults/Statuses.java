package nexus.app.faults;

import static nexus.app.faults.Scripts.answer;
import static nexus.app.faults.Scripts.forEver;
import static nexus.app.faults.Scripts.head;
import static nexus.app.faults.Scripts.json;
import static nexus.app.faults.Scripts.routes;

import java.util.List;
import java.util.Map;
import nexus.app.exchange.OneServer.Talk;
import nexus.app.faults.Fault.OfBackend;

/// Whole answers outside 2xx, and servers that live but do not answer this question.
final class Statuses {

    private static final String KEY = "sk-fault-book-0123456789abcdef";
    private static final String NOT_FOUND = answer("404 Not Found", "text/plain", "404 page not found");
    private static final String UNAUTHORIZED =
            answer("401 Unauthorized", "application/json", "{\"error\":\"Unauthorized\"}");
    private static final String ECHO = answer(
            "401 Unauthorized",
            "application/json",
            "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\",\"code\":\"invalid_api_key\"}}");
    private static final String PROXY_PAGE = answer(
            "502 Bad Gateway\r\nServer: nginx/1.22.1",
            "text/html",
            "<html><head><title>502 Bad Gateway</title></head><body><hr><center>nginx/1.22.1</center></body></html>");
    private static final String LOADING = answer(
            "503 Service Unavailable",
            "application/json",
            "{\"error\":{\"message\":\"Loading model\",\"type\":\"unavailable_error\",\"code\":503}}");

    private static final String LOADING_FAILED =
            answer("503 Service Unavailable", "application/json", "{\"error\":\"error loading model: out of memory\"}");
    private static final String NO_UPSTREAM =
            answer("503 Service Unavailable\r\nServer: envoy", "text/plain", "no healthy upstream");
    private static final String NO_SERVER_PAGE = answer(
            "503 Service Unavailable",
            "text/html",
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n");
    private static final String ORIGIN_DOWN =
            answer("521 <none>\r\nServer: cloudflare", "text/plain; charset=UTF-8", "error code: 521");

    static final List<Fault> FAULTS = List.of(
            Fault.of("redirect-to-itself", forEver(empty("302 Found", "Location: /v1/models"))),
            new OfBackend("redirect-to-https", Statuses::toHttps),
            Fault.of(
                    "redirect-to-login",
                    forEver(empty("302 Found", "Location: https://login.example.com/oauth2/start?rd=%2Fv1%2Fmodels"))),
            Fault.of("redirect-to-processor", forEver(empty("302 Found", "Location: https://gpu-processor.test/"))),
            Fault.of("redirect-to-nowhere", forEver(empty("301 Moved Permanently"))),
            Fault.of("unauthorized-without-key", forEver(UNAUTHORIZED)),
            new OfBackend(
                    "unauthorized-with-key", stage -> stage.http(forEver(ECHO)).withKey("OPENAI_API_KEY", KEY)),
            new OfBackend(
                    "forbidden-with-key",
                    stage -> stage.http(forEver(empty("403 Forbidden"))).withKey("LAB_KEY", KEY)),
            Fault.of("forbidden-without-key", forEver(empty("403 Forbidden"))),
            Fault.of("forbidden-host", "ollama", forEver(empty("403 Forbidden"))),
            Fault.of("not-found", forEver(NOT_FOUND)),
            Fault.of("not-found-but-ollama", routes(Map.of("/api/tags", json(Scripts.TAGS)), NOT_FOUND)),
            Fault.of("too-many-requests", forEver(empty("429 Too Many Requests", "Retry-After: 30"))),
            Fault.of(
                    "too-many-requests-until",
                    forEver(empty("429 Too Many Requests", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT"))),
            Fault.silent("list-waits", Statuses::busy),
            Fault.silent("silent-while-loading", talk -> {
                talk.heard();
                talk.hang();
            }),
            Fault.of(
                    "internal-error",
                    forEver(answer(
                            "500 Internal Server Error", "application/json", "{\"detail\":\"CUDA out of memory\"}"))),
            Fault.of("proxy-page", forEver(PROXY_PAGE)),
            Fault.of("loading", "llamacpp", forEver(LOADING)),
            Fault.of("loading-failed", "llamacpp", forEver(LOADING_FAILED)),
            Fault.of("unavailable", forEver(empty("503 Service Unavailable"))),
            Fault.of("unavailable-behind-proxy", forEver(NO_UPSTREAM)),
            Fault.of("unavailable-behind-proxy-page", forEver(NO_SERVER_PAGE)),
            Fault.of("origin-down", forEver(ORIGIN_DOWN)),
            Fault.of("gateway-timeout", forEver(empty("504 Gateway Timeout"))),
            Fault.of("bad-request", forEver(empty("400 Bad Request"))),
            Fault.of("method-refused", forEver(empty("405 Method Not Allowed"))));

    private Statuses() {}

    private static Setup toHttps(Stage stage) throws java.io.IOException {
        return stage.http(forEver(empty("308 Permanent Redirect", "Location: https://gpu-1.test/v1/models")));
    }

    private static String empty(String status, String... headers) {
        var all = new java.util.ArrayList<>(List.of(headers));
        all.add("Content-Length: 0");
        return head(status, all.toArray(String[]::new));
    }

    /// The list stands behind the model that is generating; the front page does not.
    private static void busy(Talk talk) throws java.io.IOException, InterruptedException {
        String request = talk.heard();
        if (request.startsWith("GET / ")) {
            talk.say(json("{}"));
        } else {
            talk.hang();
        }
    }
}
