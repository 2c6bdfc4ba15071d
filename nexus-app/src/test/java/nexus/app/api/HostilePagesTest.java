package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.config.ServerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page in the user's browser can send to a server on loopback, byte for byte as browsers do. Nothing of it
/// reaches a handler that changes something.
class HostilePagesTest {

    private static final AtomicInteger CHANGES = new AtomicInteger();
    private static ApiServer server;

    @BeforeAll
    static void start() {
        var routing = HttpRouting.builder().any("/change", (request, response) -> {
            if (!AccessRules.isSafe(request.prologue().method().text())) {
                CHANGES.incrementAndGet();
            }
            response.send("done");
        });
        server = ApiServer.start(new ServerConfig("127.0.0.1", 0, 1), routing, ClientLimits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        CHANGES.set(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a page's fetch                 | POST    | localhost:P    | Origin: http://evil.example;Sec-Fetch-Site: cross-site;Content-Type: application/json           | 403
            of another port of localhost   | POST    | localhost:P    | Origin: http://localhost:3000;Sec-Fetch-Site: same-site;Content-Type: application/json          | 403
            a sandboxed frame or a file    | POST    | localhost:P    | Origin: null;Sec-Fetch-Site: cross-site                                                         | 403
            a null origin, no metadata     | DELETE  | localhost:P    | Origin: null                                                                                    | 403
            an old browser: no metadata    | POST    | localhost:P    | Origin: http://evil.example;Content-Type: application/json                                      | 403
            no Origin but metadata         | POST    | localhost:P    | Sec-Fetch-Site: cross-site                                                                      | 403
            a rebound name                 | POST    | evil.example:P | Origin: http://evil.example:P;Sec-Fetch-Site: same-origin;Content-Type: application/json        | 421
            a rebound name that reads      | GET     | evil.example:P | Sec-Fetch-Site: same-origin                                                                     | 421
            a rebound name under localhost | DELETE  | localhost.evil.example:P | Sec-Fetch-Site: same-origin                                                           | 421
            a form                         | POST    | localhost:P    | Origin: http://evil.example;Content-Type: application/x-www-form-urlencoded                     | 403
            a form of a very old browser   | POST    | localhost:P    | Content-Type: application/x-www-form-urlencoded                                                 | 415
            a form with files              | POST    | localhost:P    | Content-Type: multipart/form-data; boundary=x                                                   | 415
            JSON dressed as text           | POST    | localhost:P    | Content-Type: text/plain                                                                        | 415
            the same in capitals           | POST    | localhost:P    | Content-Type: TEXT/PLAIN;charset=utf-8                                                          | 415
            a beacon                       | POST    | localhost:P    | Origin: http://evil.example;Content-Type: text/plain;Sec-Fetch-Mode: no-cors                    | 403
            a preflight                    | OPTIONS | localhost:P    | Origin: http://evil.example;Access-Control-Request-Method: POST;Access-Control-Request-Private-Network: true | 200
            a method hidden in a header    | GET     | localhost:P    | Origin: http://evil.example;X-HTTP-Method-Override: DELETE;X-HTTP-Method: DELETE;X-Method-Override: DELETE | 200
            the same in a form             | POST    | localhost:P    | Origin: http://evil.example;X-HTTP-Method-Override: GET                                         | 403
            an image                       | GET     | localhost:P    | Sec-Fetch-Site: cross-site;Sec-Fetch-Dest: image                                                | 200
            two Hosts, one of them ours    | POST    | localhost:P    | Host: evil.example                                                                              | 400
            two Origins, one of them ours  | POST    | localhost:P    | Origin: http://localhost:P;Origin: http://evil.example                                          | 403
            an upgrade to a web socket     | GET     | evil.example:P | Origin: http://evil.example;Upgrade: websocket;Sec-WebSocket-Key: eA==;Connection: Upgrade      | 421
            """)
    void aPageChangesNothing(String what, String method, String host, String headers, int status) throws IOException {
        // when
        String answer = ask(method, host, headers);

        // then
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), what + ": " + answer);
        assertEquals(0, CHANGES.get());
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control"), answer);
        if (status >= 400) {
            assertTrue(answer.contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | localhost:P | Content-Type: application/json
            POST   | 127.0.0.1:P | Content-Type: application/toml
            DELETE | localhost:P | X: y
            POST   | localhost:P | Origin: http://localhost:P;Sec-Fetch-Site: same-origin;Content-Type: application/json
            """)
    void aLocalProgramAndOurOwnPageDo(String method, String host, String headers) throws IOException {
        String answer = ask(method, host, headers);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals(1, CHANGES.get());
    }

    /// Where a model would be asked nobody needs leave; these paths only look as if they led there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/images/../../change",
                "/v1/images/x/..;a=b/../../change",
                "/v1/images/%2e%2e/%2e%2e/change",
                "/v1/images/..%2f..%2fchange",
                "/v1/images//../../change",
                "http://localhost/v1/images/../../change",
                "//change",
                "/change;/v1/images/x",
                "/change?/v1/images/x",
                "/%63hange"
            })
    void noDetourLeadsPastTheGuard(String path) throws IOException {
        raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nConnection: close\r\n"
                + "Content-Length: 2\r\n\r\n{}");

        assertEquals(0, CHANGES.get());
    }

    @Test
    void whatALlmClientSendsToTheWrongServerIsToldSoAndNotTakenForAChange() throws IOException {
        String answer = raw("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nOrigin: http://chat.example\r\n"
                + "Connection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    }

    private static String ask(String method, String host, String headers) throws IOException {
        String port = Integer.toString(server.port());
        return raw(method + " /change HTTP/1.1\r\nHost: " + host.replace("P", port) + "\r\nConnection: close\r\n"
                + headers.replaceAll(":P(?=;|$)", ":" + port).replaceAll(";(?=[A-Z])", "\r\n")
                + "\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
