package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every source file of every module keeps to.
class SourcesTest {

    private static final int LONGEST = 250;

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void noFileIsLongerThanOneLookCanHold() throws Exception {
        var tooLong = javaFiles().stream().filter(file -> lines(file) > LONGEST).toList();

        assertEquals(List.of(), tooLong);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws Exception {
        var silent = javaFiles().stream()
                .filter(file -> file.toString()
                        .contains(Path.of("src", "main", "java", "nexus").toString()))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();

        assertEquals(List.of(), silent);
    }

    /// A long line of `///` is broken by the formatter, which then reads the rest as code or leaves a stray `///`.
    @Test
    void noCommentWasBrokenByTheFormatter() throws Exception {
        var broken = javaFiles().stream()
                .filter(file -> read(file).lines().anyMatch(line -> line.matches(" *///.*[^`/ ]+ ///")))
                .toList();

        assertEquals(List.of(), broken);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            var files = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourcesTest::javaFilesUnder)
                    .toList();
            assertTrue(files.size() >= 100, "only " + files.size() + " Java files found under " + ROOT);
            return files;
        }
    }

    private static Stream<Path> javaFilesUnder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
