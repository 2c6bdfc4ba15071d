package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(page/[0-9a-f]+/app\\.js)\"");

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.with(Fleets.mixed());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void thePageIsAskedForAnewAndItsFilesNeverAgain() throws Exception {
        var page = served.get("/");
        var script = served.get(script());

        assertEquals("no-cache", header(page, "Cache-Control"));
        assertEquals("public, max-age=31536000, immutable", header(script, "Cache-Control"));
        assertEquals("text/javascript; charset=utf-8", header(script, "Content-Type"));
        assertTrue(script.body().startsWith("// Puts the page together."), script.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "SCRIPT", "/status", "/badge.svg", "/badge/gpu-1.svg"})
    void nothingButTheProgramsOwnRunsOrLoads(String path) throws Exception {
        var answer = served.get(path.equals("SCRIPT") ? script() : path);
        String policy = header(answer, "Content-Security-Policy");

        assertEquals(200, answer.statusCode());
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
    }

    @ParameterizedTest(name = "{0}: compressed {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gzip                 | true
            br, GZIP;q=0.5       | true
            gzip;q=1.0, identity | true
            gzip;q=0             | false
            gzip;q=0.000         | false
            br                   | false
            xgzip                | false
            """)
    void itIsCompressedForThoseWhoWantIt(String accepted, boolean compressed) throws Exception {
        String answer = served.raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: " + accepted + "\r\n\r\n");

        assertEquals(compressed, answer.contains("\r\nContent-Encoding: gzip\r\n"), answer);
        assertTrue(answer.contains("\r\nVary: Accept-Encoding\r\n"), answer);
        assertEquals(!compressed, answer.contains("<!doctype html>"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "SCRIPT"})
    void whoHasItAlreadyIsToldSo(String path) throws Exception {
        String target = path.equals("SCRIPT") ? script() : path;
        String tag = header(served.get(target), "ETag");
        String ask = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: ";

        for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag}) {
            String answer = served.raw(ask + known + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 304 ") && answer.endsWith("\r\n\r\n"), answer);
            assertTrue(answer.contains("\r\nETag: " + tag + "\r\n"), answer);
        }
        assertTrue(served.raw(ask + "\"x\"\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            HEAD   | /                       | 200
            HEAD   | /status                 | 200
            HEAD   | /badge.svg              | 200
            POST   | /                       | 405
            GET    | /page/0123/app.js       | 404
            GET    | /page/                  | 404
            GET    | /badge/gpu-9.svg        | 404
            GET    | /badge/gpu-1            | 404
            GET    | /badge/.svg             | 404
            GET    | /badge/off.svg          | 200
            """)
    void otherRequestsAreAnsweredAsElsewhere(String method, String path, int status) throws Exception {
        var answer = served.ask(method, path);

        assertEquals(status, answer.statusCode());
        assertTrue(!method.equals("HEAD") || answer.body().isEmpty(), answer.body());
    }

    @Test
    void theStatusPageTellsNamesAndStatusesAndNothingElse() throws Exception {
        var answer = served.get("/status");
        String html = answer.body();

        assertEquals("public, max-age=5", header(answer, "Cache-Control"));
        assertTrue(html.contains("1 of 3 backends are healthy</h1>"), html);
        assertTrue(html.indexOf(">gpu-2<") < html.indexOf(">gpu-1<"), "what is not well comes first: " + html);
        assertFalse(html.contains(">off<"), html);
        assertFalse(html.contains("8001") || html.contains("oading") || html.contains("<script"), html);
    }

    @Test
    void aBadgeMayBeShownByPagesOfOtherSitesAndNothingElseMay() throws Exception {
        assertEquals("cross-origin", header(served.get("/badge/gpu-1.svg"), "Cross-Origin-Resource-Policy"));
        assertTrue(served.get("/badge/gpu-2.svg").body().contains("aria-label=\"gpu-2: unhealthy\""));
        assertTrue(served.get("/badge.svg").body().contains("aria-label=\"fleet: degraded\""));
        for (String path : new String[] {"/", script(), "/status"}) {
            assertEquals("same-origin", header(served.get(path), "Cross-Origin-Resource-Policy"));
        }
    }

    private static String script() throws Exception {
        var script = SCRIPT.matcher(served.get("/").body());
        assertTrue(script.find());
        return "/" + script.group(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}
