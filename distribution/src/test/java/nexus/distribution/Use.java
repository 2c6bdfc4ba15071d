package nexus.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One way to start the packaged program.
///
/// @param name     for the test's report
/// @param launcher what stands before Nexus's own arguments
record Use(String name, List<String> launcher) {

    /// What a POSIX user has on the PATH that `bin/nexus` needs; no Java is among it.
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cksum",
            "dirname",
            "find",
            "head",
            "ls",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch");

    static Use modulePath(Path mods) {
        return new Use(
                "java -p mods -m nexus.app",
                List.of(Packaged.JAVA.toString(), "-p", mods.toString(), "-m", "nexus.app"));
    }

    static Use launcher(Path home) {
        return new Use("bin/nexus", List.of(home.resolve("bin/nexus").toString()));
    }

    static Use singleJar() {
        return new Use("java -jar nexus.jar", List.of(Packaged.JAVA.toString(), "-jar", Packaged.JAR.toString()));
    }

    static Stream<Use> all() {
        return Stream.of(modulePath(Packaged.HOME.resolve("mods")), launcher(Packaged.HOME), singleJar());
    }

    /// The whole command with Nexus's arguments.
    List<String> with(String... arguments) {
        var command = new ArrayList<>(launcher);
        command.addAll(List.of(arguments));
        return command;
    }

    /// An environment in which no other Java can be found; caches go under the folder, and no rehearsal runs
    /// beside the tests.
    static Map<String, String> environment(Path folder) throws IOException {
        var tools = folder.resolve("tools");
        if (!Files.isDirectory(tools)) {
            Files.createDirectories(tools);
            for (var tool : TOOLS) {
                Files.createSymbolicLink(tools.resolve(tool), find(tool));
            }
        }
        return Map.of("PATH", tools.toString(), "HOME", folder.toString(), "NEXUS_AOT", "off");
    }

    private static Path find(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
