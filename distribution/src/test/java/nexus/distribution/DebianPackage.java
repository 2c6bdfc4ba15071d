package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The `.deb` that the build made, through Debian's own tools.
final class DebianPackage {

    static final Path FILE = Path.of(System.getProperty("nexus.deb")).normalize();

    private DebianPackage() {}

    /// What `dpkg-deb` prints of it.
    static String ask(Path folder, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Tool.installed("dpkg-deb", "dpkg")));
        command.addAll(List.of(arguments));
        return Tool.output(folder, command);
    }

    /// The files, as `dpkg -i` would lay them out, below this folder.
    static Path unpack(Path folder) throws Exception {
        ask(folder, "--extract", FILE.toString(), folder.resolve("unpacked").toString());
        return folder.resolve("unpacked");
    }

    /// What the package manager is told: `control`, `conffiles`, the scripts.
    static Path control(Path folder) throws Exception {
        ask(folder, "--control", FILE.toString(), folder.resolve("control").toString());
        return folder.resolve("control");
    }

    /// The same package under a higher version.
    static Path upgrade(Path folder, String version) throws Exception {
        var tree = folder.resolve("tree");
        ask(folder, "--raw-extract", FILE.toString(), tree.toString());
        var control = tree.resolve("DEBIAN/control");
        var old = "Version: " + Packaged.VERSION + "\n";
        var text = Files.readString(control);
        assertEquals(2, text.split(old).length, text);
        Files.writeString(control, text.replace(old, "Version: " + version + "\n"));
        var upgrade = folder.resolve("upgrade.deb");
        ask(folder, "--root-owner-group", "-Znone", "--build", tree.toString(), upgrade.toString());
        return upgrade;
    }
}
