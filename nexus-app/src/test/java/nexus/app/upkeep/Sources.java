package nexus.app.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of this checkout that somebody wrote.
final class Sources {

    /// What holds no file of ours, or is made.
    private static final List<String> FOREIGN = List.of(".git", "target", ".cifuzz-corpus", "node_modules");

    private static final Path ROOT = Modules.ROOT;

    private static final List<Path> ALL =
            knownToGit().orElseGet(() -> under(ROOT).map(ROOT::relativize).toList());

    private Sources() {}

    /// Every file, by its path within the checkout.
    static List<Path> all() {
        return ALL;
    }

    /// What is committed or could be: what else lies about is nobody's. Empty without git.
    private static Optional<List<Path>> knownToGit() {
        if (!Files.exists(ROOT.resolve(".git"))) {
            return Optional.empty();
        }
        try {
            var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0");
            return git.waitFor() == 0 ? Optional.of(files(names)) : Optional.empty();
        } catch (IOException | InterruptedException _) {
            return Optional.empty();
        }
    }

    /// Without those that are deleted and not yet committed so.
    private static List<Path> files(String[] names) {
        return Stream.of(names)
                .distinct()
                .filter(name -> Files.isRegularFile(ROOT.resolve(name)))
                .map(Path::of)
                .sorted()
                .toList();
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
