package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is downloaded is what was tried.
class ArchivesIT {

    private static final String NAME = "nexus-" + Packaged.VERSION;

    @TempDir
    Path folder;

    @Test
    void theTarStartsWhereItIsUnpacked() throws Exception {
        // given
        var tar = Packaged.HOME.resolveSibling(NAME + ".tar.gz").toString();
        Program.run(folder, System.getenv(), List.of("tar", "-xzf", tar));

        // when
        var unpacked = Use.launcher(folder.resolve(NAME));
        var result = Program.run(folder, Use.environment(folder), unpacked.with("--version"));

        // then
        assertEquals("nexus " + Packaged.VERSION + "\n", result.out(), result.err());
        assertEquals(files(Packaged.HOME), files(folder.resolve(NAME)));
    }

    @Test
    void theZipHoldsTheSameFilesAndKnowsWhichCanBeStarted() throws Exception {
        var zip = Packaged.HOME.resolveSibling(NAME + ".zip");
        try (var inside = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
            var home = inside.getPath(NAME);

            assertEquals(files(Packaged.HOME), files(home));
            for (var started : List.of("bin/nexus", "runtime/bin/java", "runtime/lib/jspawnhelper")) {
                assertTrue(
                        Files.getPosixFilePermissions(home.resolve(started))
                                .contains(PosixFilePermission.OTHERS_EXECUTE),
                        started);
            }
        }
    }

    @Test
    void whatAUserLooksForIsThere() throws Exception {
        assertTrue(files(Packaged.HOME)
                .containsAll(List.of(
                        "LICENSE",
                        "README.md",
                        "nexus.example.toml",
                        "bin/nexus",
                        "bin/nexus.cmd",
                        "licenses/THIRD-PARTY.txt")));
    }

    private static Set<String> files(Path home) throws Exception {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
