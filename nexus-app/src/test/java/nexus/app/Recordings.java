package nexus.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The recorded answers of all modules: those that the probes are tested with, and those that the demo plays.
public final class Recordings {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Recordings() {}

    /// Each a whole HTTP answer; the folder of a file names the server.
    public static List<Path> files() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.flatMap(module -> Stream.of(
                            module.resolve("src/test/resources/recordings"),
                            module.resolve("src/main/resources/nexus/app/demo")))
                    .filter(Files::isDirectory)
                    .flatMap(Recordings::under)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".http")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
