import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Completes the folder that the assembly laid out: `runtime/`, `licenses/`, the list of components, and jars that the JVM
/// starts faster with. Run by the build, as source.
///
/// Arguments: the folder, where our own licence texts lie, Nexus's LICENSE, the licences' place in the single jar, Maven's
/// tree of dependencies, Nexus's version, the time that everything in the archives has.
class Complete {
    public static void main(String[] args) throws IOException {
        var home = Path.of(args[0]);
        var ours = Path.of(args[1]);
        try {
            new JavaRuntime(home.resolve("runtime")).link();
            new NativeLibraries(home.resolve("mods")).keepOwn();
            new SqliteLibrary(home.resolve("mods"), home.resolve("runtime/lib")).unpack();
            addStackMaps(home.resolve("mods"));
            var components = Components.read(ours.resolve("components.txt"));
            var licences = new Licences(home.resolve("mods"), components, ours, Path.of(args[2]));
            licences.writeTo(home.resolve("licenses"));
            licences.writeTo(Path.of(args[3]));
            new Sbom(home, components, DependencyGraph.read(Path.of(args[4])), args[5], args[6])
                    .writeTo(home.resolve("nexus.cdx.json"));
        } catch (BrokenBuild e) {
            System.err.println("[ERROR] " + e.getMessage());
            System.exit(1);
        }
    }

    /// Of the jars in `mods/`, picocli's alone are as old as that; `AotCacheIT` notices others.
    private static void addStackMaps(Path mods) throws IOException {
        try (var old = Files.newDirectoryStream(mods, "picocli-*.jar")) {
            for (var jar : old) {
                new StackMaps(jar).add();
            }
        }
    }

    /// What stops the build, in words for its log.
    static final class BrokenBuild extends RuntimeException {
        BrokenBuild(String message) {
            super(message);
        }
    }
}
