package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nexus.app.Eventually;
import nexus.app.config.BackendConfig;
import nexus.app.config.ServerConfig;
import nexus.app.health.CheckError;
import nexus.app.registry.Registry;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;

/// A thousand readers of events, of whom nine hundred never read. The API's time stands until the test moves it.
class EventCrowdTest {

    private static final int GOOD = 100;
    private static final int BAD = 900;
    private static final int BACKENDS = 1500;
    private static final CheckError REFUSED = new CheckError.ConnectionFailed("connection refused", "start it");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Socket> silent = new ArrayList<>();
    private final List<EventClient> readers = new ArrayList<>();

    @Test
    void whoNeverReadsIsCutAndCostsTheOthersNothing() throws Exception {
        var registry = Fleets.of(IntStream.range(0, BACKENDS)
                .mapToObj(i -> Fleets.backend("b" + i, "vllm"))
                .toArray(BackendConfig[]::new));
        everyBackend(name -> Fleets.succeed(registry, name, 2, ModelList.empty()));
        try (var server = serve(registry)) {
            crowd(server.port());

            // when the whole fleet dies at once, then each check is taken in as if nobody listened
            everyBackend(name -> Fleets.fail(registry, name, 3, REFUSED));
            assertEquals(BACKENDS, registry.counts().unhealthy());

            // then who reads gets everything in order, and others are answered
            for (var events : each(reader -> take(reader, BACKENDS))) {
                assertInOrder(events);
            }
            for (int i = 0; i < 20; i++) {
                assertTrue(health(server).startsWith("HTTP/1.1 200 "));
            }

            // when time passes, then who never read is cut, and nobody else
            Eventually.seen("only readers", () -> openAfterAnHour(server), open -> open == GOOD);
            Fleets.succeed(registry, "b7", 2, ModelList.empty());
            for (var events : each(reader -> take(reader, 1))) {
                assertEquals("b7", events.getFirst().data().path("backend").asText());
            }
        } finally {
            for (var socket : silent) {
                socket.close();
            }
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    private ApiServer serve(Registry registry) {
        var config = new ServerConfig("127.0.0.1", 0, 1);
        var routing = HttpRouting.builder().register(Operated.endpoints(config, registry));
        var limits = new ClientLimits(
                Duration.ofMinutes(8), Duration.ofMinutes(8), Duration.ofMinutes(8), Duration.ofSeconds(1));
        return ApiServer.start(config, routing, limits, nanos::get);
    }

    private void crowd(int port) throws IOException {
        for (int i = 0; i < BAD; i++) {
            var socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            // From the oldest on: so it is all told to them whenever their streams begin.
            socket.getOutputStream()
                    .write("GET /v1/events?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            silent.add(socket);
        }
        for (int i = 0; i < GOOD; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            readers.add(new EventClient(socket, "/v1/events", ""));
        }
    }

    private static void everyBackend(Consumer<String> action) {
        IntStream.range(0, BACKENDS).forEach(i -> action.accept("b" + i));
    }

    private interface Reading {
        List<EventClient.Event> of(EventClient reader) throws IOException;
    }

    private List<List<EventClient.Event>> each(Reading reading) throws Exception {
        var all = new ArrayList<List<EventClient.Event>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<EventClient.Event>>> tasks = new ArrayList<>();
            readers.forEach(reader -> tasks.add(() -> reading.of(reader)));
            for (Future<List<EventClient.Event>> one : threads.invokeAll(tasks)) {
                all.add(one.get());
            }
        }
        return all;
    }

    private static List<EventClient.Event> take(EventClient reader, int count) throws IOException {
        var events = new ArrayList<EventClient.Event>();
        for (int i = 0; i < count; i++) {
            events.add(reader.next());
        }
        return events;
    }

    private static void assertInOrder(List<EventClient.Event> events) {
        long first = events.getFirst().id();
        for (int i = 0; i < BACKENDS; i++) {
            assertEquals(first + i, events.get(i).id());
            assertEquals("b" + i, events.get(i).data().path("backend").asText());
            assertEquals("unhealthy", events.get(i).data().path("new").asText());
        }
    }

    private int openAfterAnHour(ApiServer server) {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        return server.connections();
    }

    private static String health(ApiServer server) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
