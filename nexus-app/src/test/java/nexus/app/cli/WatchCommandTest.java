package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchCommandTest {

    private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
            + "{\"object\":\"list\",\"data\":[],\"last_id\":41,\"has_more\":false}";
    private static final String DOWN = """
            {"id":42,"at":"2026-11-24T16:00:00.000Z","type":"status_changed","backend":"gpu-1","old":"healthy",\
            "new":"unhealthy","resumed":false,"cause":{"kind":"Timeout","text":"Timeout(5)","cause":"no answer",\
            "fix":"look"}}""";
    private static final String UP = """
            {"id":43,"at":"2026-11-24T16:00:09.000Z","type":"status_changed","backend":"gpu-1","old":"unknown",\
            "new":"healthy","resumed":true}""";

    private final List<String> answers = new ArrayList<>();
    private final BlockingQueue<List<String>> asked = new LinkedBlockingQueue<>();
    private ServerSocket socket;

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
    }

    @Test
    void eventsAreLinesAndAConnectionThatBreaksOffIsGoneOnWith() throws Exception {
        play(PAGE, stream(42, DOWN), stream(43, UP));

        try (var watch = Served.nexus("watch", "--url", url())) {
            assertEquals("2026-11-24T16:00:00.000Z ✗ gpu-1 healthy → unhealthy, Timeout: no answer", watch.out.next());
            assertEquals(
                    "nexus: connection to " + url() + " is gone (the stream has ended), connecting again",
                    watch.err.next());
            assertEquals("nexus: connected again", watch.err.next());
            assertEquals("2026-11-24T16:00:09.000Z ✓ gpu-1 unknown → healthy, as before the restart", watch.out.next());
            assertEquals(0, watch.end());
        }
        assertTrue(asked.take().contains("GET /v1/events?limit=1 HTTP/1.1"));
        assertTrue(asked.take().contains("Last-Event-ID: 41"));
        assertTrue(asked.take().contains("Last-Event-ID: 42"));
    }

    @Test
    void jsonIsWhatWasSentWithNothingThatHarmsATerminal() throws Exception {
        play(PAGE, stream(42, DOWN.replace("gpu-1", "gpu\u009b1")));

        try (var watch = Served.nexus("watch", "--json", "--url", url(), "--backend", "a,b", "--since", "7")) {
            assertEquals(DOWN.replace("gpu-1", "gpu\\u009b1"), watch.out.next());
        }
        asked.take();
        var stream = asked.take();
        assertTrue(stream.contains("GET /v1/events?backend=a,b HTTP/1.1"), stream.toString());
        assertTrue(stream.contains("Last-Event-ID: 7"), stream.toString());
    }

    @Test
    void withoutAServerItEndsAtOnce() throws Exception {
        socket.close();

        var ran = Ran.nexus("watch", "--url", url());

        assertEquals(3, ran.code());
        assertTrue(ran.err().startsWith("nexus: no Nexus answers at " + url()), ran.err());
    }

    private String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private static String stream(long id, String data) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nretry: 2000\n\n:\n\nid: "
                + id + "\nevent: status_changed\ndata: " + data + "\n\n";
    }

    /// Answers one connection after the other, and closes each.
    private void play(String... script) {
        answers.addAll(List.of(script));
        Thread.ofVirtual().start(() -> {
            try {
                for (String answer : answers) {
                    try (var client = socket.accept()) {
                        var lines = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                        asked.add(
                                lines.lines().takeWhile(line -> !line.isEmpty()).toList());
                        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException e) {
                // The test has ended.
            }
        });
    }
}
