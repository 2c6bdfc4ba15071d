package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The module path, the launcher with its own runtime, the single jar; the fourth use, a foreign probe, is
/// [ForeignProbeIT]'s.
class FourUsesIT {

    @TempDir
    Path folder;

    static Stream<Use> uses() {
        return Use.all();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void servesHealthOverHttpAndEndsOnSigterm(Use use) throws Exception {
        // given a backend and the file that names it, in the folder that Nexus is started from
        try (var backend = StandIn.ollama()) {
            backend.configIn(folder, "ollama");

            // when
            try (var nexus = Program.start(folder, Use.environment(folder), use.with("serve"))) {
                nexus.await("old=Unknown new=Healthy");
                var health = backend.health();
                var page = backend.page();
                var stopped = nexus.terminate();

                // then
                assertTrue(health.contains("\"status\":\"healthy\""), health);
                assertTrue(health.contains("\"models\":1"), health);
                assertTrue(health.contains("\"version\":\"" + Packaged.VERSION + "\""), health);
                assertTrue(page.contains("/app.js\"></script>"), page);
                // promised is one second; a loaded machine gets more
                assertTrue(stopped.compareTo(Duration.ofSeconds(10)) < 0, stopped.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void tellsTheVersionOfTheBuild(Use use) throws Exception {
        var result = Program.run(folder, Use.environment(folder), use.with("--version"));

        assertEquals("nexus " + Packaged.VERSION + "\n", result.out(), result.err());
        assertEquals(0, result.code());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void findsAllSevenTypes(Use use) throws Exception {
        var result = Program.run(folder, Use.environment(folder), use.with("probes"));

        for (var type : new String[] {"exo", "generic", "llamacpp", "lmstudio", "ollama", "openai", "vllm"}) {
            assertTrue(result.out().contains(type), type + " is missing in\n" + result.out() + result.err());
        }
        assertEquals(0, result.code());
    }
}
