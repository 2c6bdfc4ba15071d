package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/nexus` itself: where it is found, what it hands on, what it remembers.
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void startsThroughALinkFromAFolderWithABlankInItsName() throws Exception {
        var home = Packaged.copyTo(folder.resolve("my nexus"));
        var link = Files.createSymbolicLink(folder.resolve("n"), home.resolve("bin/nexus"));

        var result = Program.run(
                folder, Use.environment(folder), new Use("link", List.of(link.toString())).with("--version"));

        assertEquals("nexus " + Packaged.VERSION + "\n", result.out(), result.err());
    }

    @Test
    void handsArgumentsOnAsTheyAre() throws Exception {
        var result = Program.run(
                folder,
                Use.environment(folder),
                Use.launcher(Packaged.HOME).with("config", "check", "-c", "a b * $HOME.toml"));

        assertTrue(result.err().contains("a b * $HOME.toml"), result.err());
        assertEquals(2, result.code());
    }

    @Test
    void asksTheJvmAboutTheModulesOnlyOnce() throws Exception {
        // given a first start
        Program.run(folder, Use.environment(folder), Use.launcher(Packaged.HOME).with("--version"));
        var noted = noted();
        var before = Files.getLastModifiedTime(noted);

        // when
        Program.run(folder, Use.environment(folder), Use.launcher(Packaged.HOME).with("--version"));

        // then the note is still the first one
        assertEquals(before, Files.getLastModifiedTime(noted()));
    }

    @Test
    void startsWhereNothingCanBeNoted() throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.put(
                "XDG_CACHE_HOME",
                Files.writeString(folder.resolve("file"), "no folder").toString());

        var result =
                Program.run(folder, environment, Use.launcher(Packaged.HOME).with("--version"));

        assertEquals("nexus " + Packaged.VERSION + "\n", result.out());
        assertEquals("", result.err());
    }

    @Test
    void startsWithoutAHomeAndMakesNone() throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.remove("HOME");

        var result =
                Program.run(folder, environment, Use.launcher(Packaged.HOME).with("--version"));

        assertEquals("nexus " + Packaged.VERSION + "\n", result.out());
        assertEquals("", result.err());
        assertFalse(Files.exists(Path.of("/nonexistent/.cache/nexus" + Packaged.HOME.toRealPath())));
    }

    @Test
    void saysInOneLineThatThereIsNoJava() throws Exception {
        var home = Packaged.copyTo(folder.resolve("nexus"));
        Files.delete(home.resolve("runtime"));

        var result =
                Program.run(folder, Use.environment(folder), Use.launcher(home).with("--version"));

        assertEquals(1, result.errLines().size(), result.err());
        assertTrue(result.err().contains("no Java found"), result.err());
        assertEquals(2, result.code());
    }

    private Path noted() throws Exception {
        return folder.resolve(".cache/nexus" + Packaged.HOME.toRealPath()).resolve("mods.ok");
    }
}
