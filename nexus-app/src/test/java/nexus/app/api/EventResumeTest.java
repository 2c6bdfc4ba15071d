package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nexus.app.Eventually;
import nexus.app.config.ServerConfig;
import nexus.app.events.EventLog;
import nexus.app.events.FakeStore;
import nexus.app.health.CheckError;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client that comes again after Nexus did, with the id that it saw last.
class EventResumeTest {

    private static final CheckError REFUSED = new CheckError.ConnectionFailed("connection refused", "start it");

    private final FakeStore store = new FakeStore();
    private final List<AutoCloseable> running = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var one : running.reversed()) {
            one.close();
        }
    }

    @Test
    void afterACleanRestartItMissesNothing() throws Exception {
        var before = new Run(store);
        long seen;
        try (var client = before.client("")) {
            Fleets.succeed(before.registry, "gpu-1", 2, Fleets.qwen());
            seen = client.next().id();
        }
        Fleets.fail(before.registry, "gpu-1", 3, REFUSED);
        before.close();

        var after = new Run(store);
        Fleets.fail(after.registry, "gpu-1", 3, REFUSED);

        try (var client = after.client("Last-Event-ID: " + seen + "\r\n")) {
            var told = List.of(client.next(), client.next(), client.next(), client.next());
            assertEquals(
                    List.of("status_changed", "stopped", "started", "status_changed"),
                    told.stream().map(EventClient.Event::type).toList());
            assertEquals(
                    List.of(seen + 1, seen + 2, seen + 3, seen + 4),
                    told.stream().map(EventClient.Event::id).toList());
            assertTrue(told.getLast().data().path("resumed").asBoolean());
        }
    }

    @Test
    void afterACrashItIsToldTheRangeThatIsLost() throws Exception {
        var crashed = new Run(store);
        Eventually.seen("the start is stored", store::last, last -> last > 0);
        CountDownLatch door = store.hang();
        long seen;
        try (var client = crashed.client("")) {
            Fleets.succeed(crashed.registry, "gpu-1", 2, Fleets.qwen());
            seen = client.next().id();
        }

        // It ends here as far as the next one can see: told, and never stored.
        var after = new Run(store.copied());

        try (var client = after.client("Last-Event-ID: " + (seen - 1) + "\r\n")) {
            var lost = client.next();
            var started = client.next();
            assertEquals("lost", lost.type());
            assertEquals(seen, lost.data().path("from").asLong());
            assertTrue(lost.data().path("to").asLong() >= seen);
            assertEquals("started", started.type());
            assertEquals(lost.id() + 1, started.id());
        } finally {
            door.countDown();
        }
    }

    /// One life of a Nexus.
    private final class Run implements AutoCloseable {

        private final Registry registry = Fleets.of(Fleets.backend("gpu-1", "vllm"));
        private final EventLog events;
        private final ApiServer server;

        Run(FakeStore over) {
            events = EventLog.start(over, Fleets.CLOCK, "0.1.0");
            registry.observe(events);
            server = Operated.start(new ServerConfig("127.0.0.1", 0, 1), registry, events);
            running.add(this);
        }

        EventClient client(String headers) throws IOException {
            var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(30_000);
            return new EventClient(socket, "/v1/events", headers);
        }

        @Override
        public void close() {
            server.close();
            events.close();
        }
    }
}
