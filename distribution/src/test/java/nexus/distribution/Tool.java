package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Programs of others that Nexus is used with. A test whose program is missing is left out, unless this is a build
/// machine (`.ci/run` says so): there it would go unnoticed.
final class Tool {

    private static final boolean REQUIRED = "required".equals(System.getenv("NEXUS_TEST_TOOLS"));

    /// The files that `docs/integrations.md` hands to users, which are those that are tried.
    static final Path DOCS = Packaged.ROOT.resolve("docs/integrations");

    private Tool() {}

    /// The path of an installed program.
    ///
    /// @param debian the package that brings it
    static String installed(String name, String debian) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> missing(name + " is not installed (Debian: apt-get install " + debian + ")"));
    }

    /// Runs a step that needs the network once; what is missing then is missing.
    static void prepare(Path folder, List<String> command) throws Exception {
        var result = run(folder, command);
        if (result.code() != 0) {
            missing(String.join(" ", command) + ": " + result.out() + result.err());
        }
    }

    /// What a command printed; it must end well.
    static String output(Path folder, List<String> command) throws Exception {
        var result = run(folder, command);
        assertEquals(0, result.code(), result.out() + result.err());
        return result.out();
    }

    static Program start(Path folder, List<String> command) throws IOException {
        return Program.start(folder, Map.copyOf(System.getenv()), command);
    }

    /// A copy of a file for users, with something in it replaced: addresses, above all.
    static Path copy(String name, Path folder, Map<String, String> replacements) throws IOException {
        String text = Files.readString(DOCS.resolve(name));
        for (var replacement : replacements.entrySet()) {
            if (!text.contains(replacement.getKey())) {
                throw new AssertionError(name + " has no " + replacement.getKey());
            }
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static Program.Result run(Path folder, List<String> command) throws Exception {
        return Program.run(folder, Map.copyOf(System.getenv()), command);
    }

    private static String missing(String what) {
        return REQUIRED ? fail(what) : Assumptions.abort(what);
    }
}
