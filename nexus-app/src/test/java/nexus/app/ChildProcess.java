package nexus.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A class of the tests or of Nexus as a process of its own, for what only a whole process can show: signals, and
/// what is left after a kill. It starts fast rather than runs fast.
public final class ChildProcess {

    private ChildProcess() {}

    /// Starts the class's `main` on the class path of this test.
    ///
    /// @param error where its standard error goes
    public static Process start(Class<?> main, Redirect error, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(error).start();
    }
}
