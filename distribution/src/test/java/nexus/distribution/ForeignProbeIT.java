package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A probe that Nexus has never heard of, compiled against the SPI alone and laid into `mods/`.
class ForeignProbeIT {

    @TempDir
    Path folder;

    @Test
    void aJarLaidIntoModsIsListedAndUsed() throws Exception {
        // given
        var home = Packaged.copyTo(folder.resolve("nexus"));
        new ProbeJar("org.stranger.probe", "strange").into(home.resolve("mods"), folder);
        var nexus = Use.launcher(home);

        // when
        var listed = Program.run(folder, Use.environment(folder), nexus.with("probes"));

        // then
        var line = listed.out().lines().filter(l -> l.contains("strange ")).findFirst();
        assertTrue(line.orElse("").contains("org.stranger.probe"), listed.out() + listed.err());
        assertTrue(line.orElse("").contains("org.stranger.probe-1.2.3.jar"), line.orElse(""));

        // and when it watches a backend
        try (var backend = StandIn.answering("/x", "anything")) {
            backend.configIn(folder, "strange");
            try (var running = Program.start(folder, Use.environment(folder), nexus.with("serve"))) {
                running.await("old=Unknown new=Healthy");

                // then
                assertTrue(backend.health().contains("\"status\":\"healthy\""));
            }
        }
    }
}
