package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("nexus.toml"), "a = 1");
    }

    @Test
    void aFileThatStaysIsNoChangeAndAnotherContentIsOne() throws IOException {
        var watch = watch(file);
        watch.look();
        assertEquals(0, changes.get());

        Files.writeString(file, "a = 22");
        watch.look();
        watch.look();

        assertEquals(1, changes.get());
    }

    @Test
    void aFreshFileOfTheSameSizeAndTimeIsReadNevertheless() throws IOException {
        var watch = watch(file);
        var time = Files.getLastModifiedTime(file);

        Files.writeString(file, "a = 2");
        Files.setLastModifiedTime(file, time);
        watch.look();

        assertEquals(1, changes.get());
    }

    @Test
    void anotherTimeAloneIsNoChange() throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);
        var watch = watch(file);

        Files.setLastModifiedTime(file, FileTime.fromMillis(LONG_AGO.toMillis() + 5000));
        watch.look();

        assertEquals(0, changes.get());
    }

    @Test
    void aFileThatWasReplacedByAnOldOneOfTheSameSizeIsAChange() throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);
        var watch = watch(file);

        Path other = Files.writeString(folder.resolve("other"), "a = 2");
        Files.setLastModifiedTime(other, LONG_AGO);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        watch.look();

        assertEquals(1, changes.get());
    }

    @Test
    void aLinkThatLeadsElsewhereIsAChange() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.toml"), file);
        var watch = watch(link);

        Files.delete(link);
        Files.createSymbolicLink(link, Files.writeString(folder.resolve("second.toml"), "b = 1"));
        watch.look();

        assertEquals(1, changes.get());
    }

    @Test
    void aFileThatGoesIsToldOnceAndSoIsItsReturn() throws IOException {
        var watch = watch(file);

        Files.delete(file);
        watch.look();
        watch.look();
        assertEquals(1, changes.get());

        Files.writeString(file, "a = 1");
        watch.look();
        assertEquals(2, changes.get());
    }

    @Test
    void whatChangedWhileNobodyWantedToKnowIsNoChangeLater() throws IOException {
        var watch = watch(file);
        wanted.set(false);
        Files.writeString(file, "a = 22");
        watch.look();
        wanted.set(true);
        watch.look();
        assertEquals(0, changes.get());

        Files.writeString(file, "a = 333");
        watch.look();
        assertEquals(1, changes.get());
    }

    private FileWatch watch(Path watched) {
        return new FileWatch(watched, wanted::get, changes::incrementAndGet);
    }
}
