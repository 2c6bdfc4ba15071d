package nexus.app.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of this checkout that somebody wrote.
final class Sources {

    /// What holds no file of ours, or is made.
    private static final List<String> FOREIGN = List.of(".git", "target", ".cifuzz-corpus", "node_modules");

    private static final Path ROOT = Modules.ROOT;

    private Sources() {}

    /// Every file, by its path within the checkout.
    static List<Path> all() {
        return under(ROOT).map(ROOT::relativize).toList();
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> !FOREIGN.contains(path.getFileName().toString())).sorted().toList().stream()
                    .flatMap(path -> Files.isDirectory(path) ? under(path) : Stream.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its path with slashes, on every system.
    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    /// The Java files of all modules, tests too.
    static List<Path> java() {
        return all().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /// A character a byte: names are ASCII, and not every file is a text.
    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String withoutComments(Path file) {
        return text(file).lines().filter(line -> !line.strip().startsWith("//")).collect(Collectors.joining("\n"));
    }
}
