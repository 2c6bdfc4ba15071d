package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.Eventually;
import nexus.app.api.Archive.Unanswered;
import nexus.app.config.ServerConfig;
import nexus.app.events.EventStoreException;
import nexus.app.history.KeptPast;
import org.junit.jupiter.api.Test;

/// A database may hang, fail or be asked by too many: requests are answered all the same.
class ArchiveTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch door = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void whatCannotBeReadIsSaidSoWithoutTheDatabasesWords() {
        var archive = new Archive(Optional.of(new KeptPast()), LONG);

        var why = assertThrows(
                Unanswered.class,
                () -> archive.ask(_ -> {
                    throw new EventStoreException("password=hunter2", new IOException());
                }));

        assertEquals(Status.SERVICE_UNAVAILABLE_503, why.status());
        assertEquals("history_unavailable", why.code());
        assertEquals("the history can't be read now; the log says why", why.getMessage());
    }

    @Test
    void aBugIsNotTakenForTheDatabases() {
        var archive = new Archive(Optional.of(new KeptPast()), LONG);

        assertThrows(
                IllegalStateException.class,
                () -> archive.ask(_ -> {
                    throw new NullPointerException();
                }));
    }

    @Test
    void whoeverWaitsTooLongIsToldSoAndNobodyWorksForItAnyMore() throws Exception {
        var archive = new Archive(Optional.of(new KeptPast()), SHORT);
        var interrupted = new AtomicBoolean();

        var why = assertThrows(
                Unanswered.class,
                () -> archive.ask(_ -> {
                    try {
                        door.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return "";
                }));

        assertEquals("history_slow", why.code());
        Eventually.seen("its end", interrupted::get, ended -> ended);
        assertEquals("again", archive.ask(_ -> "again"));
    }

    @Test
    void onlyAFewAskAtOnceAndAFewMoreWait() throws Exception {
        var archive = new Archive(Optional.of(new KeptPast()), LONG);
        var codes = new ConcurrentLinkedQueue<String>();
        var askers = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            askers.add(Thread.ofVirtual().start(() -> codes.add(codeOf(archive))));
        }

        Eventually.seen("ten too many", codes::size, size -> size == 10);
        Eventually.seen("two asking", inside::get, asking -> asking == 2);
        assertEquals(Set.of("history_busy"), Set.copyOf(codes));

        door.countDown();
        for (var asker : askers) {
            asker.join();
        }
        assertEquals(10, Collections.frequency(codes, "answered"));
    }

    @Test
    void aHungDatabaseIsA503WithWordsAndTheRestIsAnswered() throws Exception {
        var archive = new Archive(Optional.of(new KeptPast()), SHORT);
        var handler = new HistoryHandler(Fleets.mixed(), Fleets.INFO, archive);
        var routing = HttpRouting.builder()
                .get("/v1/history", handler::fleet)
                .get("/live", (_, response) -> response.send("yes"));
        for (int i = 0; i < 2; i++) {
            assertThrows(Unanswered.class, () -> archive.ask(_ -> hold()));
        }
        try (var server = ApiServer.start(new ServerConfig("127.0.0.1", 0, 1), routing, ClientLimits.DEFAULT)) {
            String answer = get(server, "/v1/history");

            assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
            assertTrue(answer.contains("\r\nRetry-After: 2\r\n"), answer);
            assertTrue(answer.contains("\"code\":\"history_slow\""), answer);
            assertTrue(get(server, "/live").endsWith("yes"));

            door.countDown();
            String healed = Eventually.seen(
                    "an answer", () -> get(server, "/v1/history"), text -> text.startsWith("HTTP/1.1 200 "));
            assertTrue(healed.contains("\"name\":\"gpu-1\""), healed);
        }
    }

    private static String get(ApiServer server, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /// As a native call does: no interrupt ends it.
    private String hold() {
        while (true) {
            try {
                door.await();
                return "";
            } catch (InterruptedException e) {
                // Goes on.
            }
        }
    }

    private String codeOf(Archive archive) {
        try {
            return archive.ask(_ -> {
                inside.incrementAndGet();
                hold();
                return "answered";
            });
        } catch (Unanswered e) {
            return e.code();
        }
    }
}
