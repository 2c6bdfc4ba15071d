package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.http.HttpRouting;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nexus.app.config.ServerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest {

    @Test
    void aTakenPortIsOneLineThatNamesTheAddressAndTheWayOut() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when
            var problem = assertThrows(ApiStartException.class, () -> start("127.0.0.1", other.getLocalPort()));

            // then
            assertEquals(
                    "can't listen on 127.0.0.1:" + other.getLocalPort()
                            + ": the port is taken; choose another with --port or port in [server]",
                    problem.getMessage());
        }
    }

    @Test
    void aTakenPort8000RemindsOfVllm() {
        var refusal = ListenAddress.refusal(
                new ServerConfig("127.0.0.1", 8000, 1), new BindException("Address already in use"));

        assertEquals(
                "can't listen on 127.0.0.1:8000: the port is taken (vLLM listens on 8000 by default too);"
                        + " choose another with --port or port in [server]",
                refusal);
    }

    @Test
    void aHostOfAnotherMachineIsSaidPlainly() {
        var problem = assertThrows(ApiStartException.class, () -> start("192.0.2.1", 0));

        assertEquals("can't listen on 192.0.2.1:0: the host is not an address of this machine", problem.getMessage());
    }

    @Test
    void anUnknownHostIsSaidPlainly() {
        var problem = assertThrows(ApiStartException.class, () -> start("no such host", 0));

        assertTrue(problem.getMessage().contains("\"no such host\" is not known"), problem.getMessage());
    }

    @Test
    void portZeroTakesAFreePort() {
        try (var server = start("127.0.0.1", 0)) {
            assertTrue(server.port() > 0);
        }
    }

    @Test
    void afterCloseNothingListensAndThePortIsFreeAgain() throws Exception {
        // given
        var first = start("127.0.0.1", 0);
        int port = first.port();

        // when
        first.close();

        // then
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        try (var second = start("127.0.0.1", port)) {
            assertEquals(port, second.port());
        }
    }

    @Test
    void closeWaitsForNoClient() throws Exception {
        // given
        List<Socket> hanging = new ArrayList<>();
        var server = start("127.0.0.1", 0);
        for (String sent : List.of("", "GET", "GET /health HTTP/1.1\r\nHost:", post(100), post(100) + "x")) {
            for (int i = 0; i < 10; i++) {
                hanging.add(socket(server, sent));
            }
        }

        // when, then: a client that is waited for would hold it for good
        assertTimeoutPreemptively(Duration.ofSeconds(20), server::close);
        for (var socket : hanging) {
            assertEnds(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /health HTTP/1.1\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX: y",
                "POST /health "
            })
    void aClientThatSendsNoMoreIsCut(String sent) throws Exception {
        try (var server = quick();
                var socket = socket(server, sent)) {
            assertEnds(socket);
        }
    }

    @Test
    void aClientThatSendsHalfABodyIsCut() throws Exception {
        try (var server = quick();
                var socket = socket(server, post(100) + "half")) {
            assertEnds(socket);
        }
    }

    @Test
    void aClientThatDripsItsHeadIsCutThoughItNeverPauses() throws Exception {
        try (var server = quick();
                var socket = socket(server, "GET /health HTTP/1.1\r\nHost: localhost\r\nX: ")) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 10_000; i++) {
                    socket.getOutputStream().write('a');
                    socket.setSoTimeout(5);
                    if (ends(socket)) {
                        throw new EOFException();
                    }
                }
            });
        }
    }

    @Test
    void clientsThatAreCutOrGoAwayLeaveNoLinesOfTheWebServerInTheLog() throws Exception {
        // given
        var lines = new Lines();
        Logger.getLogger("").addHandler(lines);
        try (var server = quick()) {
            // when
            for (String sent : List.of("GET", post(100) + "half", "not HTTP\r\n\r\n")) {
                assertEnds(socket(server, sent));
            }
        } finally {
            Logger.getLogger("").removeHandler(lines);
        }

        // then
        assertEquals(List.of(), List.copyOf(lines.seen));
    }

    private static final class Lines extends Handler {
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName().startsWith("io.helidon")) {
                seen.add(line.getLevel() + " " + line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final ClientLimits QUICK = new ClientLimits(
            Duration.ofMillis(400), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200));

    private static ApiServer quick() {
        return ApiServer.start(new ServerConfig("127.0.0.1", 0, 1), HttpRouting.builder(), QUICK);
    }

    private static ApiServer start(String host, int port) {
        return Operated.start(new ServerConfig(host, port, 1), Fleets.of());
    }

    private static String post(int length) {
        return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static Socket socket(ApiServer server, String sent) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(sent.getBytes());
        return socket;
    }

    /// Reads whatever still comes; only a server that keeps the connection makes this fail, by the socket's
    /// timeout.
    private static void assertEnds(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertFalse(reset.getMessage().contains("timed out"), reset.getMessage());
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
