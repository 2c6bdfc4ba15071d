package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A jar that was compiled against version 0.1.0 of the SPI, and never since, works in today's program.
class KeptProbeIT {

    private static final Path JAR = Packaged.ROOT.resolve("nexus-spi/src/kept/probe-0.1.0.jar");

    @TempDir
    Path folder;

    @Test
    void itsJarIsListedAndChecks() throws Exception {
        // given
        var home = Packaged.copyTo(folder.resolve("nexus"));
        Files.copy(JAR, Files.createDirectories(home.resolve("plugins")).resolve("probe-0.1.0.jar"));
        var nexus = Use.launcher(home);

        // when
        var listed = Program.run(folder, Use.environment(folder), nexus.with("probes"));

        // then
        assertEquals("", listed.err());
        var line =
                listed.out().lines().filter(l -> l.contains("probe-0.1.0.jar")).findFirst();
        assertTrue(line.orElse("").contains("org.kept.probe"), listed.out());

        // and when it checks a server
        try (var backend = StandIn.answering("/v1/models", "{\"models\":[{\"name\":\"old\",\"state\":\"loaded\"}]}")) {
            var url = "http://127.0.0.1:" + backend.port();
            var checked = Program.run(folder, Use.environment(folder), nexus.with("check", url, "--type", "kept-0.1"));

            // then
            assertEquals(0, checked.code(), checked.out() + checked.err());
            assertTrue(checked.out().contains("(kept): healthy"), checked.out());
            assertTrue(checked.out().contains("old  (loaded, context 4096)"), checked.out());
        }
    }
}
