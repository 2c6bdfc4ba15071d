package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project in `examples/` as a stranger finds it in the archive: its page's commands, in a copy that knows
/// nothing of Nexus's own build.
class ExampleProbeIT {

    private static final String NAME = "nexus-probe-sglang";
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TESTS = Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0");

    @TempDir
    Path folder;

    private Path home;
    private Path project;

    @Test
    void itsPagesCommandsBuildTestAndInstallIt() throws Exception {
        // given
        home = Packaged.copyTo(folder.resolve("my nexus"));
        project = folder.resolve(NAME);
        Packaged.copy(Packaged.HOME.resolve("spi"), home.resolve("spi"));
        Packaged.copy(Packaged.HOME.resolve("examples").resolve(NAME), project);
        var page = COMMANDS.matcher(Files.readString(project.resolve("README.md")));
        assertTrue(page.find(), "no commands on its page");

        // when
        var built = Maven.shell(folder, project, Map.of("NEXUS", home.toString()), page.group(1));

        // then
        assertEquals(0, built.code(), built.out());
        assertTrue(testsRun() > 20, testsRun() + " tests");
        assertTrue(nexus("probes").out().contains(NAME + "-1.0.jar"));
        assertChecks();
    }

    private int testsRun() throws IOException {
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            return reports.filter(file -> file.toString().endsWith(".txt"))
                    .mapToInt(ExampleProbeIT::testsRun)
                    .sum();
        }
    }

    private static int testsRun(Path report) {
        try {
            var text = Files.readString(report);
            var tests = TESTS.matcher(text);
            assertTrue(tests.find(), text);
            return Integer.parseInt(tests.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A server whose type it was not told.
    private void assertChecks() throws Exception {
        var recorded =
                Files.readString(project.resolve("src/test/resources/recordings/sglang-0.5.23/lora-v1-models.http"));
        try (var backend = StandIn.answering("/v1/models", recorded.substring(recorded.indexOf("{")))) {
            var checked = nexus("check", "http://127.0.0.1:" + backend.port());

            assertEquals(0, checked.code(), checked.out() + checked.err());
            assertTrue(checked.out().contains("type: sglang"), checked.out());
            assertTrue(checked.out().contains("Qwen/Qwen3-8B  (loaded, context 40960)"), checked.out());
            assertTrue(checked.out().contains("sql-adapter  (loaded)"), checked.out());
        }
    }

    private Program.Result nexus(String... arguments) throws Exception {
        return Program.run(folder, Use.environment(folder), Use.launcher(home).with(arguments));
    }
}
