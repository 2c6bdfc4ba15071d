package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Maven that builds Nexus, for builds of strangers.
final class Maven {

    /// What is missing is loaded once, and that may be slow.
    private static final long MINUTES = 5;

    private Maven() {}

    /// Runs commands that call `mvn`, with a local repository of their own in the folder `work`.
    ///
    /// @return out and err are one
    static Program.Result shell(Path work, Path in, Map<String, String> environment, String commands) throws Exception {
        var output = work.resolve("maven.txt");
        var builder = new ProcessBuilder("sh", "-ec", commands)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var java = System.getProperty("java.home");
        var maven = Path.of(System.getProperty("nexus.maven")).getParent();
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        java,
                        "MAVEN_OPTS",
                        "-Dmaven.repo.local=" + repository(work),
                        "PATH",
                        String.join(":", maven.toString(), java + "/bin", System.getenv("PATH"))));
        builder.environment().putAll(environment);
        var process = builder.start();
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "still running: " + commands);
        return new Program.Result(process.exitValue(), Files.readString(output), "");
    }

    /// Has what this build has loaded, through links, and nothing of Nexus.
    private static Path repository(Path work) throws IOException {
        var mine = Files.createDirectories(work.resolve("repository"));
        try (Stream<Path> groups = Files.list(Path.of(System.getProperty("nexus.repository")))) {
            for (var group : groups.toList()) {
                var link = mine.resolve(group.getFileName());
                if (Files.notExists(link) && !group.endsWith("nexus")) {
                    Files.createSymbolicLink(link, group);
                }
            }
        }
        return mine;
    }
}
