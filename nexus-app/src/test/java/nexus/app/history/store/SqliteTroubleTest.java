package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nexus.app.events.Event;
import nexus.app.events.EventStore;
import nexus.app.events.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong with a file, on a real one.
class SqliteTroubleTest {

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Given.NOON);
    private History history;

    @AfterEach
    void close() {
        if (history != null) {
            history.close();
        }
    }

    private Path file() {
        return folder.resolve("nexus.history.db");
    }

    private EventStore open() {
        history = History.open(new SqliteFile(file(), clock), 1000, clock, Given.PATIENCE);
        history.events().reserved();
        return history.events();
    }

    @Test
    void aLockedFileIsNamedAndWrittenAgainWhenItIsFree() throws Exception {
        var store = open();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("BEGIN EXCLUSIVE");

            assertRefused(store, "is locked by another program");

            statement.execute("COMMIT");
            store.append(List.of(Given.died(1, "gpu-1")));
        }
        assertEquals(List.of(Given.died(1, "gpu-1")), store.since(0, 10));
    }

    @Test
    void aDamagedFileIsMovedAsideAndANewOneBegun() throws Exception {
        open().append(List.of(Given.died(1, "gpu-1")));
        history.close();
        damage();

        var store = open();
        store.append(List.of(Given.died(5, "gpu-2")));

        assertEquals(List.of(Given.died(5, "gpu-2")), store.since(0, 10));
        assertTrue(Files.exists(folder.resolve("nexus.history.db.damaged-20261124T120000Z")));
    }

    @Test
    void whatIsNoDatabaseAtAllIsMovedAsideToo() throws Exception {
        Files.writeString(file(), "[server]\nport = 8000\n".repeat(100));

        var store = open();

        store.append(List.of(Given.died(5, "gpu-2")));
        assertEquals(1, store.since(0, 10).size());
        assertTrue(Files.exists(folder.resolve("nexus.history.db.damaged-20261124T120000Z")));
    }

    @Test
    void aFileThatIsDamagedWhileItIsUsedHeals() throws Exception {
        var store = open();
        store.append(many(1));
        damage();

        // Who only writes at the end may never see it; who reads does, and the writer hears of it.
        var seen = assertThrows(EventStoreException.class, () -> store.since(0, 1000));
        assertTrue(seen.getMessage().contains("is damaged"), seen.getMessage());

        store.append(many(30_001));
        assertEquals(30_001, store.since(0, 1).getFirst().id());
    }

    @Test
    void aFileThatDamagesAgainWithinAnHourIsLeftAlone() throws Exception {
        open().append(List.of(Given.died(1, "gpu-1")));
        var damaged = new DamagedFile(file(), clock);
        damaged.note();
        damaged.moveAside();
        damaged.note();

        assertThrows(RefusedException.class, damaged::moveAside);

        clock.forward(Duration.ofHours(1));
        damaged.moveAside();
    }

    @Test
    void aFileThatIsDeletedIsBegunAnewAndKnowsWhatWasReserved() throws Exception {
        var store = open();
        store.append(List.of(Given.died(1, "gpu-1")));
        store.reserve(9_000_000_000_000L);
        for (String part : List.of("", "-wal", "-shm")) {
            Files.delete(Path.of(file() + part));
        }

        store.append(List.of(Given.died(2, "gpu-2")));

        assertEquals(List.of(Given.died(2, "gpu-2")), store.since(0, 10));
        history.close();
        history = History.open(new SqliteFile(file(), clock), 1000, clock, Given.PATIENCE);
        assertEquals(9_000_000_000_000L, history.events().reserved());
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndUsedWhenItComes() throws Exception {
        Path later = folder.resolve("later");
        history = History.open(new SqliteFile(later.resolve("h.db"), clock), 1000, clock, Given.PATIENCE);
        var store = history.events();
        assertEquals(0, store.reserved());
        store.reserve(100);

        assertRefused(store, "there must be a folder where Nexus may write");

        Files.createDirectory(later);
        store.append(List.of(Given.died(1, "gpu-1")));
        assertEquals(1, store.since(0, 10).size());
    }

    @Test
    void aFileOfANewerNexusIsLeftAsItIs() throws Exception {
        open();
        history.close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("UPDATE nexus_schema SET version = 99");
        }
        var store = open();
        store.reserve(100);

        assertRefused(store, "was written by a newer Nexus");
    }

    @Test
    void aFullDiskIsNamedAndHistoryGoesOnWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "only root can make a disk");
        try {
            Path ballast = disk.resolve("ballast");
            history = History.open(new SqliteFile(disk.resolve("h.db"), clock), 1000, clock, Given.PATIENCE);
            var store = history.events();
            store.reserved();
            store.append(many(1));
            fill(ballast);

            assertRefused(store, "the disk is full");
            assertEquals(1, store.since(0, 1).getFirst().id());

            Files.delete(ballast);
            store.append(many(5001));
            assertEquals(6000, store.since(5999, 1).getFirst().id());
        } finally {
            history.close();
            run("umount", disk.toString());
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (out.write(ByteBuffer.allocate(1024)) > 0) {}
        } catch (IOException _) {
            // Full.
        }
    }

    private static boolean run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<Event> many(long first) {
        return LongStream.range(first, first + 1000)
                .mapToObj(id -> Given.died(id, "gpu-" + id % 10))
                .toList();
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().matches(".*[.]db(-wal)?"))
                    .toList()) {
                try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    for (long at = 0; at < out.size(); at += 512) {
                        out.write(ByteBuffer.wrap("garbage".getBytes()), at);
                    }
                }
            }
        }
    }

    private static void assertRefused(EventStore store, String words) {
        var refused = assertThrows(EventStoreException.class, () -> store.append(many(1001)));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }
}
