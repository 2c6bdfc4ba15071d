package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nexus.app.config.KeyReference;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.Test;

/// The list of environment variables in `docs/configuration.md`, held against what the program and its launcher read.
class EnvironmentVariablesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LAUNCHER = ROOT.resolve("distribution/src/main/dist/bin/nexus");

    /// A word in capitals; those that `--help` shows for a value are none.
    private static final Pattern WORD = Pattern.compile("(paramLabel = )?\"([A-Z]+(?:_[A-Z]+)*)\"");

    private static final Pattern EXPANDED = Pattern.compile("\\$\\{?([A-Z]{2,}(?:_[A-Z]+)*)\\b");
    private static final Pattern LISTED = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");

    /// Signals, and what a shell sets for itself.
    private static final Set<String> NO_VARIABLES = Set.of("SIGHUP", "PPID");

    @Test
    void theListHasAllOfThemAndNoOther() throws IOException {
        var read = new TreeSet<>(readByTheProgram());
        read.addAll(readByTheLauncher());
        read.removeAll(settings());
        read.removeAll(NO_VARIABLES);

        var listed = listed();
        listed.remove("NEXUS_SECTION_KEY");
        listed.removeAll(settings());

        assertTrue(read.size() > 10, read.toString());
        assertEquals(read, listed);
    }

    private static Set<String> readByTheProgram() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(ROOT.resolve("nexus-app/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.matches("(?s).*\\b(env|environment)\\b.*")) {
                    WORD.matcher(text)
                            .results()
                            .filter(found -> found.group(1) == null)
                            .forEach(found -> names.add(found.group(2)));
                }
            }
        }
        return names;
    }

    private static Set<String> readByTheLauncher() throws IOException {
        var names = new TreeSet<String>();
        EXPANDED.matcher(Files.readString(LAUNCHER)).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// Those of the keys are named with each key.
    private static Set<String> settings() {
        var names = new TreeSet<String>();
        KeyReference.all(Probes.load().names())
                .forEach(section -> section.keys().forEach(key -> names.addAll(key.setBy())));
        return names;
    }

    private static Set<String> listed() throws IOException {
        var names = new TreeSet<String>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/configuration.md"))) {
            if (line.startsWith("| `") && line.split("\\|").length == 4) {
                LISTED.matcher(line.split("\\|")[1]).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }
}
