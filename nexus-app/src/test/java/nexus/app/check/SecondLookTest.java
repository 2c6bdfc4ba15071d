package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.Timing;
import nexus.app.exchange.FullQueue;
import nexus.app.exchange.Lines;
import nexus.app.exchange.OneServer;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One backend that fails in one way and then in another: what was found out about the first must not be said of
/// the second.
class SecondLookTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final Targets targets = new Targets(Lines.ofSystem(8 << 20), Probes.load(), 1 << 20);
    private final Inquiry inquiry = targets.inquiry();
    private Insight.Known known = Insight.Known.NONE;

    @AfterEach
    void close() {
        targets.close();
    }

    @Test
    void aMachineWithoutPowerIsNoLongerAlive() throws IOException {
        try (var busy = new OneServer(answersOnlyAt("/"));
                var gone = new FullQueue(0)) {
            assertTrue(isCalledAlive(silent("127.0.0.1", busy.port())));
            assertFalse(isCalledAlive(silent("127.0.0.2", gone.port())));
        }
    }

    @Test
    void aMachineThatCameBackIsAskedWhetherItIsAlive() throws IOException {
        try (var gone = new FullQueue(0);
                var busy = new OneServer(answersOnlyAt("/"))) {
            assertFalse(isCalledAlive(silent("127.0.0.2", gone.port())));
            assertTrue(isCalledAlive(silent("127.0.0.1", busy.port())));
        }
    }

    @Test
    void aServerThatHangsWhollyAfterwardsIsCalledAliveForSomeChecksOnly() throws IOException {
        var hung = new AtomicBoolean();
        var asked = new AtomicInteger();
        try (var server = new OneServer(talk -> {
            String path = path(talk);
            asked.addAndGet(path.equals("/") ? 1 : 0);
            if (path.equals("/") && !hung.get()) {
                talk.say(OK);
            }
            talk.hang();
        })) {
            var target = silent("127.0.0.1", server.port());
            assertTrue(isCalledAlive(target));
            hung.set(true);
            for (int i = 0; i < Insight.Known.GOOD_FOR; i++) {
                assertTrue(isCalledAlive(target));
            }
            assertEquals(1, asked.get());
            assertFalse(isCalledAlive(target));
        }
    }

    private static Script answersOnlyAt(String path) {
        return talk -> {
            if (path(talk).equals(path)) {
                talk.say(OK);
            }
            talk.hang();
        };
    }

    private static String path(Talk talk) throws IOException {
        return talk.heard().split(" ")[1];
    }

    private Target silent(String host, int port) {
        var timing = Timing.DEFAULT;
        return targets.of(BackendConfig.of("b", BackendUrl.parse("http://" + host + ":" + port), "openai")
                .withTiming(
                        new Timing(timing.interval(), SHORT, timing.startup(), timing.transition(), timing.down())));
    }

    private boolean isCalledAlive(Target target) {
        return next(target).cause().startsWith("alive, but its list waits");
    }

    /// What the next check of the backend says, with what the last one has found out.
    private CheckError next(Target target) {
        var found = inquiry.ask(target, known);
        known = found.known();
        return ((Outcome.Failure) found.outcome()).error();
    }
}
