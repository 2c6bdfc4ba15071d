package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is changed by command while the whole program runs, and is still so after it was started again.
class RunTimeChangesTest {

    @TempDir
    private Path folder;

    private final StandIn first = StandIn.start("first", Bodies.threeModels());
    private final StandIn second = StandIn.start("second", Bodies.threeModels());
    private final StandIn third = StandIn.start("third", Bodies.threeModels());

    @AfterEach
    void stop() {
        List.of(first, second, third).forEach(StandIn::close);
    }

    @Test
    void whatWasAddedRemovedAndDrainedIsStillSoAfterARestart() throws IOException {
        String toml = Toml.FAST + Toml.backend(first, "ollama") + Toml.backend(second, "ollama");
        String added;
        try (var nexus = RunningNexus.serve(folder, toml, Map.of())) {
            // when a server is added of which only the address is known
            var add = nexus.nexus("backends", "add", third.url());
            added = "ollama-127.0.0.1-" + third.port();
            assertEquals(0, add.code(), add.err());
            assertTrue(add.out().startsWith("added " + added + "  " + third.url() + " (ollama)\n  type found out: "));
            nexus.awaitBackend(added, "healthy");
            assertEquals(0, nexus.nexus("backends", "remove", "first").code());
            assertEquals(
                    "second is draining\n",
                    nexus.nexus("backends", "drain", "second").out());
            var check = nexus.nexus("backends", "check", added);
            assertEquals(0, check.code(), check.err());
            assertTrue(check.out().contains("  phases  "), check.out());
        }

        try (var nexus = RunningNexus.serve(folder, toml, Map.of())) {
            nexus.awaitBackend(added, "healthy");
            nexus.awaitBackend("second", "draining");
            assertEquals(2, nexus.json("/health").at("/backends/total").intValue());
            nexus.log()
                    .awaitLine("INFO  operate: run-time changes are in force added=1 removed=1 drained=1 file=.*"
                            + "nexus\\.state\\.toml\"");
            assertEquals(
                    "restored first\n",
                    nexus.nexus("backends", "restore", "first").out());
            assertEquals(0, nexus.nexus("backends", "undrain", "second").code());
            nexus.awaitBackend("first", "healthy");
            nexus.awaitBackend("second", "healthy");
        }
        assertEquals(toml, Files.readString(folder.resolve("nexus.toml")));
    }

    @Test
    void aChangedFileIsTakenUpByItselfWhereThatIsWantedAndABrokenOneIsToldOnce() throws IOException {
        String toml = Toml.FAST.replace("port = 0", "port = 0\nreload_on_change = true");
        Path file = folder.resolve("nexus.toml");
        try (var nexus = RunningNexus.serve(folder, toml + Toml.backend(first, "ollama"), Map.of())) {
            nexus.awaitBackend("first", "healthy");

            Files.writeString(file, "[server");
            nexus.log().awaitLine("WARN  operate: the configuration was not reloaded, nothing changed .*");
            Files.writeString(file, toml + Toml.backend(first, "ollama") + Toml.backend(second, "ollama"));
            nexus.log().awaitLine("INFO  operate: configuration reloaded added=1 .* unchanged=1");

            nexus.awaitBackend("second", "healthy");
            assertEquals(
                    1,
                    nexus.log()
                            .lines("WARN  operate: the configuration was not .*")
                            .size());
        }
    }
}
