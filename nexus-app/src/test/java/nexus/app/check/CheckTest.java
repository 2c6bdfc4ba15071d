package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.exchange.Buffers;
import nexus.app.exchange.Lines;
import nexus.app.exchange.Names;
import nexus.app.exchange.OneServer;
import nexus.app.health.Streak;
import nexus.app.registry.Seen;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final String ONE = "one";

    @Test
    void aFaultOfNexusIsVoidAndTheThirdInARowCounts() throws Exception {
        // given
        LongSupplier faulty = () -> {
            throw new OutOfMemoryError("tried");
        };
        try (var run = run(faulty, 1)) {
            // when
            var first = run.check(ONE);
            run.check(ONE);
            var third = run.check(ONE);
            // then
            assertEquals(0, first.checks());
            assertTrue(first.lastCheck().orElseThrow().voided().isPresent());
            assertEquals(1, third.failed());
            assertEquals(new Streak(Streak.Kind.FAILURE, 1), third.state().streak());
        }
    }

    @Test
    void whatAnInterruptedCheckCameToIsThrownAway() throws Exception {
        // given a server that does not answer
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var run = run(System::nanoTime, server.getLocalPort())) {
            // when
            var check = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                run.check(ONE);
            });
            check.join();
            // then
            assertFalse(run.snapshot(ONE).lastCheck().isPresent());
            assertEquals(0, run.snapshot(ONE).state().voids());
        }
    }

    @Test
    void aFailedCheckKeepsTheFirstBytesOfWhatItSaw() throws Exception {
        String body = "\u0000{".concat("x".repeat(300));
        try (var server = new OneServer(answering("HTTP/1.1 500 No\r\nContent-Length: 302\r\n\r\n" + body));
                var run = run(System::nanoTime, server.port())) {
            // when
            var seen = run.check(ONE).lastCheck().orElseThrow().seen();
            // then
            assertEquals(Optional.of(new Seen(500, body.substring(0, 256), 302)), seen);
            assertArrayEquals(
                    body.substring(0, 256).getBytes(StandardCharsets.US_ASCII),
                    seen.get().bytes());
        }
    }

    @Test
    void ofABrokenAnswerIsKeptWhatHadCome() throws Exception {
        String broken = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{";
        try (var server = new OneServer(answering(broken));
                var run = run(System::nanoTime, server.port())) {
            // when
            var seen = run.check(ONE).lastCheck().orElseThrow().seen();
            // then
            assertEquals(Optional.of(new Seen(0, broken, broken.length())), seen);
        }
    }

    @Test
    void ofASuccessNothingIsKept() throws Exception {
        String list = "{\"object\":\"list\",\"data\":[]}";
        try (var server = new OneServer(answering("HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n" + list));
                var run = run(System::nanoTime, server.port())) {
            // when
            var report = run.check(ONE).lastCheck().orElseThrow();
            // then
            assertEquals(Optional.empty(), report.error());
            assertEquals(Optional.empty(), report.seen());
        }
    }

    /// A stranger is read as if it were a flood; what is none is asked for again at once, and kept from then on.
    @Test
    void aLongListOfAStrangerComesWhole() throws Exception {
        String list = "{\"object\":\"list\",\"data\":[{\"id\":\"m\"}]" + " ".repeat(200_000) + "}";
        try (var server = new OneServer(answering("HTTP/1.1 200 OK\r\n\r\n" + list));
                var run = run(System::nanoTime, server.port())) {
            for (int connections = 2; connections < 4; connections++) {
                // when
                var models = run.check(ONE).models().orElseThrow();
                // then
                assertEquals("m", models.models().getFirst().id());
                assertEquals(connections, server.connections());
            }
        }
    }

    private static OneServer.Script answering(String answer) {
        return talk -> {
            talk.heard();
            talk.say(answer);
        };
    }

    private static HandRun run(LongSupplier nanoTime, int port) {
        var lines = new Lines(new Names(name -> List.of(), System::nanoTime), new Buffers(1 << 20), nanoTime);
        var url = BackendUrl.parse("http://127.0.0.1:" + port);
        return new HandRun(lines, 1 << 20, List.of(BackendConfig.of(ONE, url, "openai")));
    }
}
