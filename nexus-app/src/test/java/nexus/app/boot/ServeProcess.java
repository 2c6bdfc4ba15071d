package nexus.app.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// `nexus serve` in a process of its own, for what only a signal can show.
final class ServeProcess {

    private ServeProcess() {}

    /// @param log what it writes to standard error
    static Process start(Path toml, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "nexus.app.cli.Main",
                        "serve",
                        "-c",
                        toml.toString())
                .redirectError(log.toFile())
                .start();
    }

    /// The next line of its output; empty at the end.
    static String readLine(BufferedReader out) throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }
}
