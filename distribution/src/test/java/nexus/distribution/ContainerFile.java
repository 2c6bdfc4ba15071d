package nexus.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packaged `Dockerfile`, carried out in a plain folder as far as that can be done without a container:
/// its files are copied, its links made, and its commands started with paths of that folder.
record ContainerFile(List<Instruction> instructions) {

    static final Path FILE = Packaged.HOME.resolve("docker/Dockerfile");

    /// The folders of an image that its commands name.
    private static final String FOLDERS = "(?<![\\w/])/(?=(opt|etc|usr/local|var)/)";

    record Instruction(String verb, String rest) {}

    static ContainerFile read() throws IOException {
        return new ContainerFile(Files.readAllLines(FILE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .map(words -> new Instruction(words[0], words[1]))
                .toList());
    }

    /// What stands behind a word that begins one line.
    String only(String verb) {
        var all = all(verb);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " times " + verb);
        }
        return all.getFirst();
    }

    List<String> all(String verb) {
        return instructions.stream()
                .filter(instruction -> instruction.verb().equals(verb))
                .map(Instruction::rest)
                .toList();
    }

    /// The variables that a container has.
    Map<String, String> environment() {
        var variables = new HashMap<String, String>();
        all("ENV").forEach(variable -> variables.put(variable.split("=")[0], variable.split("=")[1]));
        return variables;
    }

    /// The words of an instruction that is written as a list.
    List<String> words(String verb) {
        return List.of(only(verb).replaceAll("[\\[\\]\"]", "").split(", "));
    }

    /// Lays out what the image would hold.
    void layOut(Path root) throws Exception {
        for (var folder : List.of("usr/local/bin", "etc/nexus", "var/lib/nexus", "var/cache/nexus")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (var copy : all("COPY")) {
            var names = new ArrayList<>(List.of(copy.split(" ")));
            var target = root.resolve(names.removeLast().substring(1));
            var isFolder = copy.endsWith("/");
            Files.createDirectories(isFolder ? target : target.getParent());
            for (var name : names) {
                var to = isFolder ? target.resolve(name) : target;
                Tool.output(
                        root, List.of("cp", "-Rp", Packaged.HOME.resolve(name).toString(), to.toString()));
            }
        }
        for (var run : all("RUN")) {
            if (run.startsWith("ln ")) {
                Tool.output(root, List.of("sh", "-c", inside(root, run)));
            }
        }
    }

    /// The command with the folder before every path of the image.
    static String inside(Path root, String command) {
        return command.replaceAll(FOLDERS, root + "/");
    }
}
