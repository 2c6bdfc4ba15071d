import java.io.IOException;
import java.nio.file.Path;

/// Completes the folder that the assembly laid out: `runtime/` and `licenses/`. Run by the build, as source.
///
/// Arguments: the folder, where our own licence texts lie, Nexus's LICENSE, the licences' place in the single jar.
class Complete {
    public static void main(String[] args) throws IOException {
        var home = Path.of(args[0]);
        try {
            new JavaRuntime(home.resolve("runtime")).link();
            var licences = new Licences(home.resolve("mods"), Path.of(args[1]), Path.of(args[2]));
            licences.writeTo(home.resolve("licenses"));
            licences.writeTo(Path.of(args[3]));
        } catch (BrokenBuild e) {
            System.err.println("[ERROR] " + e.getMessage());
            System.exit(1);
        }
    }

    /// What stops the build, in words for its log.
    static final class BrokenBuild extends RuntimeException {
        BrokenBuild(String message) {
            super(message);
        }
    }
}
