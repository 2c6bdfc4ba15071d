package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import nexus.app.ChildProcess;
import nexus.app.events.Event;
import nexus.app.events.EventLog;
import nexus.app.events.Happening;
import nexus.app.history.Rollup;
import nexus.app.history.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process that tells events and counts checks is killed as by `kill -9` at random moments. Whatever somebody
/// had heard is there afterwards, or named as lost by the next start.
class HistoryCrashTest {

    private static final int ROUNDS = System.getenv("NEXUS_TEST_LONG") == null ? 5 : 100;
    private static final int LONGEST_NANOS = 150_000_000;

    @TempDir
    Path folder;

    @Test
    void whateverMomentTheProcessIsKilledAtNothingIsLostInSilence() throws Exception {
        var random = new Random(3);
        Path file = folder.resolve("nexus.history.db");
        long kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process child = ChildProcess.start(HistoryCrashTest.class, Redirect.DISCARD, file.toString());
            BufferedReader said = child.inputReader();
            long first = Long.parseLong(said.readLine());
            LockSupport.parkNanos(random.nextInt(LONGEST_NANOS));
            child.toHandle().destroyForcibly();
            child.waitFor();
            long heard = Math.max(first, last(said));

            kept = check(file, first, heard);
        }
        assertTrue(kept > 0, "no event was ever stored");
    }

    /// @return how many of what was heard are stored
    private static long check(Path file, long first, long heard) throws Exception {
        try (var history =
                        History.open(new SqliteFile(file, InstantSource.system()), 1_000_000, InstantSource.system());
                var log = EventLog.start(history.events(), InstantSource.system(), "0.1.0")) {
            assertTrue(log.last() > heard, "numbers begin again below " + heard);
            var told = new ArrayList<Event>();
            var reader = log.subscribe(first - 1);
            while (reader.position() < log.last()) {
                told.addAll(reader.next(1000, Duration.ofSeconds(10)));
            }
            long expected = first;
            long stored = 0;
            for (var event : told) {
                long from = event.what() instanceof Happening.Lost lost ? lost.from() : event.id();
                // Where nothing was ever stored, all before is told as lost as well.
                assertTrue(from <= expected, "nobody names " + expected + " to " + (from - 1));
                stored += event.id() <= heard && !(event.what() instanceof Happening.Lost) ? 1 : 0;
                expected = event.id() + 1;
            }
            assertEquals(log.last() + 1, expected);
            assertRollupsAreWhole(history);
            return stored;
        }
    }

    /// All can be read, and a minute has no more checks than were counted.
    private static void assertRollupsAreWhole(History history) {
        var always = new Span(Instant.EPOCH, Instant.now().plusSeconds(3600));
        for (var rollup : history.past().rollups("gpu-1", Rollup.Step.MINUTE, always)) {
            assertEquals(0, rollup.checks() % 10, rollup.toString());
        }
    }

    /// The last line that is whole.
    private static long last(BufferedReader said) throws IOException {
        long last = 0;
        var rest = new StringBuilder();
        for (int c = said.read(); c >= 0; c = said.read()) {
            if (c == '\n') {
                last = Long.parseLong(rest.toString());
                rest.setLength(0);
            } else {
                rest.append((char) c);
            }
        }
        return last;
    }

    /// The child: tells events and says the number of each that a reader hears; minutes of ten checks go by as fast
    /// as they can be written.
    public static void main(String[] args) throws Exception {
        var clock = new SetClock(Instant.now());
        var database = new SqliteFile(Path.of(args[0]), clock);
        var history = History.open(database, 1_000_000, clock);
        var registry = Given.fleet("gpu-1");
        var log = EventLog.start(history.events(), clock, "0.1.0");
        var reader = log.subscribe(log.last() - 1);
        history.observe(registry);
        registry.observe(log);
        while (true) {
            Given.fails(registry, "gpu-1", 5);
            Given.succeeds(registry, "gpu-1", 5, Duration.ofMillis(3));
            history.tick();
            clock.forward(Duration.ofMinutes(1));
            reader.next(1000, Duration.ofSeconds(1)).forEach(event -> System.out.println(event.id()));
        }
    }
}
