package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nexus.app.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own: a signal is the whole process's.
@DisabledOnOs(OS.WINDOWS)
class HangUpTest {

    @TempDir
    private Path folder;

    @Test
    void aHangUpReloadsTheFileAndTheProgramGoesOn() throws Exception {
        Path toml = Files.writeString(folder.resolve("n.toml"), toml("a"));
        Path log = folder.resolve("log");
        var process = ServeProcess.start(toml, log);
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(ServeProcess.readLine(out).startsWith("Nexus listens on "));

            // when it changes, is broken, and is mended
            Files.writeString(toml, toml("a") + toml("b").substring(toml("b").indexOf("[[")));
            hangUp(process);
            await(log, " INFO  operate: configuration reloaded added=1 removed=0 restarted=0 changed=0 unchanged=1");
            Files.writeString(toml, "[server");
            hangUp(process);
            await(log, " WARN  operate: configuration problem problem=");
            assertTrue(process.isAlive());
            process.destroy();

            // then it ends as it always did
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String toml(String name) {
        return """
                [server]
                port = 0
                [health_check]
                enabled = false
                [[backends]]
                name = "%s"
                url = "http://127.0.0.1:9"
                type = "ollama"
                """.formatted(name);
    }

    private static void hangUp(Process process) throws Exception {
        int code = new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, code);
    }

    private static void await(Path log, String line) {
        Eventually.seen(line, () -> text(log), text -> text.contains(line));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
