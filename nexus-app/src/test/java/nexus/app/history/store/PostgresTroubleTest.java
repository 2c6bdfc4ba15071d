package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.config.HistoryConfig;
import nexus.app.events.EventLog;
import nexus.app.events.EventStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What goes wrong with a server, on a real one.
class PostgresTroubleTest {

    private static Postgresql server;

    private final SetClock clock = new SetClock(Given.NOON);

    @BeforeAll
    static void start() throws Exception {
        server = Postgresql.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aServerThatIsTakenAwayAndGivenBackIsWrittenAgain() throws Exception {
        try (var history = History.open(new Postgres(server.server()), 1000, clock)) {
            var store = history.events();
            store.reserved();
            store.append(List.of(Given.died(1, "gpu-1")));
            assertEquals(1, history.past().changes("gpu-1", Given.day()).size());

            server.stop();

            assertThrows(EventStoreException.class, () -> store.append(List.of(Given.died(2, "gpu-1"))));
            assertThrows(EventStoreException.class, () -> store.append(List.of(Given.died(2, "gpu-1"))));
            assertThrows(EventStoreException.class, () -> history.past().changes("gpu-1", Given.day()));

            server.goOn();

            store.append(List.of(Given.died(2, "gpu-1")));
            assertEquals(2, history.past().changes("gpu-1", Given.day()).size());
        }
    }

    @Test
    void aWrongPasswordIsSaidWithItsFixAndIsInNoText() {
        try (var history = History.open(new Postgres(server.server("nexus", "a wrong one")), 1000, clock)) {
            var store = history.events();
            assertEquals(0, store.reserved());
            store.reserve(100);

            var refused = assertThrows(EventStoreException.class, () -> store.append(List.of(Given.died(1, "gpu-1"))));

            assertTrue(
                    refused.getMessage()
                            .endsWith("refuses Nexus: look at user and at the variable of password_env in [history]"),
                    refused.getMessage());
            for (Throwable part = refused; part != null; part = part.getCause()) {
                assertFalse(part.toString().contains("a wrong one"), part.toString());
            }
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsUpTheStartForTwoSecondsOnly() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var nowhere = new HistoryConfig.Server(
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/nexus",
                    Optional.empty(),
                    Optional.empty());
            long began = System.nanoTime();
            try (var history = History.open(new Postgres(nowhere), 1000, clock);
                    var log = EventLog.start(history.events(), clock, "0.1.0")) {
                var took = Duration.ofNanos(System.nanoTime() - began);

                assertTrue(took.toMillis() < 5000, took.toString());
                assertEquals(clock.millis() + 1, log.last());
            }
        }
    }
}
