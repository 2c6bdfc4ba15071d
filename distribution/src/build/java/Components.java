import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The table of `components.txt`: each jar that isn't ours must match a line, so that a new dependency can't slip in
/// without a look at its licence.
record Components(Path file, List<Component> lines) {

    /// One line: jars whose name starts so, their licence as an SPDX expression, the text if they bring none.
    record Component(String prefix, String spdx, String text) {
        private static Component parse(String line) {
            var fields = line.split(" \\| ");
            return new Component(fields[0].strip(), fields[1].strip(), fields.length > 2 ? fields[2].strip() : "");
        }

        String folder() {
            return prefix.replaceAll("-$", "");
        }
    }

    static Components read(Path file) throws IOException {
        return new Components(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Component::parse)
                        .toList());
    }

    Component of(String jar) {
        return lines.stream()
                .filter(component -> jar.startsWith(component.prefix()))
                .findFirst()
                .orElseThrow(() ->
                        new Complete.BrokenBuild(jar + " has no line in " + file + ": what is its licence?"));
    }
}
