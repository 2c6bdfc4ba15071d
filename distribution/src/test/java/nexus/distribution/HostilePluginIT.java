package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Probes that misbehave while they read, each in its own way, beside a backend of Nexus's own, in one running program.
class HostilePluginIT {

    /// @param code what the reader does
    /// @param told what its backend is said to have
    private record Misdeed(String code, String told) {}

    private static final Map<String, Misdeed> MISDEEDS = new TreeMap<>(Map.of(
            "recursion", new Misdeed("return endless(answer);", "StackOverflowError"),
            "memory", new Misdeed("return ready(new long[Integer.MAX_VALUE]);", "OutOfMemoryError"),
            "assertion", new Misdeed("throw new AssertionError();", "AssertionError"),
            "error", new Misdeed("throw new Error();", "failed on this answer: Error"),
            "undeclared", new Misdeed("throw undeclared(new java.io.IOException());", "IOException"),
            "nothing", new Misdeed("return null;", "NullPointerException")));

    private static final String TOO_LONG = "ProbeTookTooLong";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void layPluginsDown() throws Exception {
        home = Packaged.copyTo(folder.resolve("nexus"));
        var plugins = Files.createDirectories(home.resolve("plugins"));
        var codes = MISDEEDS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().code()));
        HostileJar.write(plugins.resolve("hostile.jar"), folder, "org.hostile", codes);
        HostileJar.write(plugins.resolve("slow.jar"), folder, "org.slow", Map.of("slow", "park(1500); return null;"));
        HostileJar.write(
                plugins.resolve("stuck.jar"), folder, "org.stuck", Map.of("stuck", "while (true) { park(1000); }"));
    }

    @Test
    void eachCostsItsOwnBackendsOnly() throws Exception {
        try (var backend = StandIn.ollama()) {
            var bad = Stream.concat(MISDEEDS.keySet().stream(), Stream.of("slow", "stuck"))
                    .toList();
            backend.configIn(
                    folder, Stream.concat(bad.stream(), Stream.of("ollama")).toArray(String[]::new));
            try (var running =
                    Program.start(folder, environment(), Use.launcher(home).with("serve"))) {
                // when all of them are judged
                for (int i = 0; i < bad.size(); i++) {
                    running.await("old=Unknown new=Unhealthy");
                }

                // then each has an error of its own
                for (var misdeed : MISDEEDS.entrySet()) {
                    assertTold(backend, misdeed.getKey(), misdeed.getValue().told());
                }
                assertTold(backend, "slow", TOO_LONG);
                assertTold(backend, "stuck", TOO_LONG);
                assertTrue(backend.get("/v1/backends/ollama").contains("\"healthy\""));

                // and the good one is still checked when its server goes
                backend.stop();
                running.await("backend_id=\"ollama\" old=Healthy new=Unhealthy");
            }
        }
    }

    private Map<String, String> environment() throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.put("NEXUS_HEALTH_CHECK_INTERVAL_SECONDS", "0.5");
        return environment;
    }

    private static void assertTold(StandIn backend, String name, String told) throws Exception {
        var shown = backend.get("/v1/backends/" + name);
        assertTrue(shown.contains("ParseError") && shown.contains(told), shown);
    }
}
