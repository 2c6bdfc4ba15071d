package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, told to end as a service manager does.
class ProcessEndTest {

    @TempDir
    Path folder;

    @Test
    void toldToEndItEndsWellThoughABackendHangsAndTheLastLinesAreThere() throws Exception {
        try (var hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path toml = Files.writeString(folder.resolve("n.toml"), """
                    [server]
                    port = 0
                    [health_check]
                    timeout_seconds = 300
                    interval_seconds = 600
                    [[backends]]
                    name = "hung"
                    url = "http://127.0.0.1:%d"
                    type = "ollama"
                    """.formatted(hung.getLocalPort()));
            Path log = folder.resolve("log");
            var process = ServeProcess.start(toml, log);
            try (var out = process.inputReader(StandardCharsets.UTF_8);
                    var asked = hung.accept()) {
                assertTrue(ServeProcess.readLine(out).startsWith("Nexus listens on "));
                assertEquals('G', asked.getInputStream().read());

                process.destroy();

                assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
                assertEquals(0, process.exitValue());
                var lines = Files.readAllLines(log);
                assertTrue(lines.getLast().endsWith(" INFO  nexus: stopped"), lines.toString());
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
