package nexus.distribution.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs commands in a folder, each script in a shell of its own.
///
/// @param environment all of it
record Shell(Path folder, Map<String, String> environment) {

    private static final int PATIENCE_SECONDS = 90;

    /// @param text both streams, in the order of their writing
    record Output(int code, String text) {

        private static final int NO_SUCH_COMMAND = 127;

        /// @return the text
        /// @throws AssertionError  when it ended with another code
        String expectCode(int expected) throws MissingTool {
            if (code == NO_SUCH_COMMAND) {
                throw MissingTool.of(text);
            }
            if (code != expected) {
                throw new AssertionError("exit code " + code + ", not " + expected + "\n" + text);
            }
            return text;
        }
    }

    Output run(String commands) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder.getParent(), "output", ".txt");
        var builder = new ProcessBuilder("sh", "-ec", commands)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still running:\n" + commands + read(output));
        }
        return new Output(process.exitValue(), read(output));
    }

    private static String read(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }
}
