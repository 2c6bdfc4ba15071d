package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command takes in before it answers: each class costs a part of a millisecond, and a web server, a
/// JSON mapper or a logging system that slips in costs more than the whole command.
class LoadedClassesIT {

    /// What only the server needs.
    private static final List<String> HEAVY = List.of(
            "io.helidon.", "com.fasterxml.jackson.databind.", "java.util.logging.", "org.tomlj.", "org.sqlite.");

    @TempDir
    Path folder;

    @Test
    void theVersionTakesLittle() throws Exception {
        assertFew(loadedBy("--version"), 1300);
    }

    @Test
    void healthTakesNothingOfTheServer() throws Exception {
        try (var backend = StandIn.ollama()) {
            backend.configIn(folder, "ollama");
            try (var nexus = Program.start(
                    folder, Use.environment(folder), Use.launcher(Packaged.HOME).with("serve"))) {
                nexus.await("old=Unknown new=Healthy");

                assertFew(loadedBy("health"), 2300);
            }
        }
    }

    private static void assertFew(List<String> classes, int most) {
        var heavy = classes.stream()
                .filter(name -> HEAVY.stream().anyMatch(name::startsWith))
                .toList();
        assertEquals(List.of(), heavy);
        assertTrue(classes.stream().anyMatch(name -> name.equals("nexus.app.cli.Main")), "the log is of Nexus");
        assertTrue(classes.size() < most, "loads " + classes.size() + " classes");
    }

    private List<String> loadedBy(String... words) throws Exception {
        var log = folder.resolve("classes.log");
        var environment = new HashMap<>(Use.environment(folder));
        environment.put("NEXUS_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log + "::filecount=0");

        var result =
                Program.run(folder, environment, Use.launcher(Packaged.HOME).with(words));

        assertEquals(0, result.code(), result.err());
        var names = new ArrayList<String>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> names.add(line.replaceAll("^(\\[.*?] ?)*(\\S+) source:.*", "$2")));
        }
        return names;
    }
}
