package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A new `requires`, `exports` or `provides` is a diff that somebody reads: `jar --describe-module` of each jar,
/// against the text in `src/test/resources/modules`.
class ModuleDescriptorsIT {

    static List<Path> jars() throws IOException {
        return Packaged.ownJars();
    }

    @Test
    void everyDescribedModuleIsPackaged() throws Exception {
        var folder = Path.of(ModuleDescriptorsIT.class.getResource("/modules").toURI());
        try (var checkedIn = Files.list(folder)) {
            var described = checkedIn.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(
                    described, jars().stream().map(ModuleDescriptorsIT::textOf).collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void isDescribedAsCheckedIn(Path jar) throws Exception {
        var name = textOf(jar);
        try (var checkedIn = ModuleDescriptorsIT.class.getResourceAsStream("/modules/" + name)) {
            assertTrue(checkedIn != null, "src/test/resources/modules/" + name + " is missing:\n" + described(jar));
            assertEquals(new String(checkedIn.readAllBytes(), StandardCharsets.UTF_8), described(jar));
        }
    }

    private static String textOf(Path jar) {
        return jar.getFileName().toString().replace("-" + Packaged.VERSION + ".jar", ".txt");
    }

    /// Without the jar's place and our version.
    private static String described(Path jar) {
        var out = new StringWriter();
        var code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), "--describe-module", "--file", jar.toString());
        assertEquals(0, code, out.toString());
        return out.toString()
                .lines()
                .map(line -> line.replaceAll("@[^ ]* jar:file:.*", ""))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
