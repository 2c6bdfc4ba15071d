package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A module of probes that is built but not shipped, or not built at all, would be missed by nobody else.
class ProbeModulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SERVICE = "nexus.spi.BackendProbe";
    private static final Pattern PROVIDES = Pattern.compile("provides\\s+" + SERVICE + "\\s+with([^;]+);");

    static List<Path> modules() throws IOException {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("nexus-probe-"))
                    .filter(folder -> Files.exists(folder.resolve("src")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theyAreLookedAt() throws IOException {
        assertTrue(modules().size() >= 4, modules().toString());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachIsBuiltAndShipped(Path module) throws IOException {
        String name = module.getFileName().toString();

        assertTrue(text(ROOT.resolve("pom.xml")).contains("<module>" + name + "</module>"), "pom.xml lacks " + name);
        assertTrue(
                text(ROOT.resolve("distribution/pom.xml")).contains("<artifactId>" + name + "</artifactId>"),
                "distribution/pom.xml lacks " + name);
    }

    /// The single jar knows no modules.
    @ParameterizedTest
    @MethodSource("modules")
    void eachSaysTwiceAlikeWhatItProvides(Path module) throws IOException {
        var provides = PROVIDES.matcher(
                text(module.resolve("src/main/java/module-info.java")).replaceAll("//.*", ""));

        assertTrue(provides.find(), "module-info.java provides nothing");
        assertEquals(
                Stream.of(provides.group(1).split(",")).map(String::strip).collect(Collectors.toSet()),
                text(module.resolve("src/main/resources/META-INF/services/" + SERVICE))
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
