package nexus.app.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceManagerTest {

    private static final Optional<Watchdog> IMPATIENT = Optional.of(new Watchdog(Duration.ofMillis(20)));

    private static final String LONG =
            "/run/of-a-length-that-no-socket-can-have-of-a-length-that-no-socket-can-have-of-a-length-that-no-socket-can-have";

    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

    @Test
    void readyComesFirstWithTheStatusAndStoppingLast() {
        var manager = new ServiceManager(Optional.of(told::add), Optional.empty());

        manager.ready(() -> "healthy", () -> true);
        manager.close();

        assertEquals("READY=1\nSTATUS=healthy", told.peek());
        assertEquals("STOPPING=1", List.copyOf(told).getLast());
        assertFalse(told.contains("WATCHDOG=1"), "nobody wants signs of life");
    }

    @Test
    void signsOfLifeComeWhileItIsWellAndOnlyThen() {
        var well = new AtomicBoolean(true);
        try (var manager = new ServiceManager(Optional.of(told::add), IMPATIENT)) {
            manager.ready(() -> "healthy", well::get);
            Eventually.seen("signs of life", this::signs, signs -> signs > 3);

            well.set(false);
            Eventually.seen("silence", this::signsSinceLastLook, signs -> signs == 0);
            well.set(true);
            Eventually.seen("signs of life again", this::signsSinceLastLook, signs -> signs > 0);
        }
    }

    @Test
    void theStatusIsToldWhenItIsAnother() {
        var status = new AtomicReference<>("healthy");
        try (var manager = new ServiceManager(Optional.of(told::add), IMPATIENT)) {
            manager.ready(status::get, () -> true);
            status.set("degraded");

            Eventually.seen("the new status", () -> told.contains("STATUS=degraded"), seen -> seen);
            long before = signs();
            Eventually.seen("more signs of life", this::signs, signs -> signs > before + 2);
            assertEquals(1, told.stream().filter("STATUS=degraded"::equals).count());
        }
    }

    @Test
    void aReloadIsToldBeforeAndAfterAlsoWhenItFails() {
        var manager = new ServiceManager(Optional.of(told::add), Optional.empty());

        manager.reloading(() -> told.add("reloaded"));
        assertThrows(IllegalStateException.class, () -> manager.reloading(ServiceManagerTest::fails));

        var lines = List.copyOf(told);
        assertTrue(lines.getFirst().matches("RELOADING=1\nMONOTONIC_USEC=[0-9]+"), lines.toString());
        assertEquals(List.of("reloaded", "READY=1"), lines.subList(1, 3));
        assertEquals("READY=1", lines.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vsock:2:1234", "run/notify", LONG})
    void whatIsNoSocketIsToldNothing(String socket) {
        try (var manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "1000"))) {
            manager.ready(ServiceManagerTest::unasked, () -> true);
            manager.reloading(() -> told.add("reloaded"));
        }

        assertEquals(List.of("reloaded"), List.copyOf(told));
    }

    @Test
    void aSystemdThatIsAwayStopsNothing() {
        var manager = new ServiceManager(
                Optional.of(_ -> {
                    throw new IOException("gone");
                }),
                IMPATIENT);

        manager.ready(() -> "healthy", () -> true);
        manager.reloading(() -> told.add("reloaded"));
        manager.close();

        assertEquals(List.of("reloaded"), List.copyOf(told));
    }

    @ParameterizedTest
    @CsvSource({
        "30000000, '',  PT7.5S",
        "30000000, 7,   PT7.5S",
        "30000000, 8,   ",
        "'',       7,   ",
        "0,        7,   ",
        "x,        '',  ",
    })
    void aWatchdogIsToldAfterAQuarterOfItsTimeIfItIsMeantForThisProcess(String micros, String pid, Duration beat) {
        var environment = Map.of("WATCHDOG_USEC", micros, "WATCHDOG_PID", pid);

        assertEquals(Optional.ofNullable(beat), Watchdog.of(environment, 7).map(Watchdog::beat));
    }

    private long signs() {
        return told.stream().filter("WATCHDOG=1"::equals).count();
    }

    private long signsSinceLastLook() {
        long signs = signs();
        told.clear();
        return signs;
    }

    private static void fails() {
        throw new IllegalStateException("a reload that fails");
    }

    private static String unasked() {
        throw new AssertionError("nobody wants to know");
    }
}
