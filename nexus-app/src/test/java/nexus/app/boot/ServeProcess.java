package nexus.app.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import nexus.app.ChildProcess;
import nexus.app.cli.Main;

/// `nexus serve` in a process of its own, for what only a signal can show.
final class ServeProcess {

    private ServeProcess() {}

    /// @param log what it writes to standard error
    static Process start(Path toml, Path log) throws IOException {
        return ChildProcess.start(Main.class, Redirect.to(log.toFile()), "serve", "-c", toml.toString());
    }

    /// The next line of its output; empty at the end.
    static String readLine(BufferedReader out) throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }
}
