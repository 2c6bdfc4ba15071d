package nexus.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// What the build made, and copies of it that a test may spoil.
public final class Packaged {

    /// The folder as it is unpacked from an archive.
    public static final Path HOME = path("nexus.home");

    /// The single jar.
    static final Path JAR = path("nexus.jar");

    /// The checkout.
    public static final Path ROOT = path("nexus.root");

    public static final String VERSION = System.getProperty("nexus.version");

    static final Path JAVA = HOME.resolve("runtime/bin/java");

    private Packaged() {}

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).normalize();
    }

    /// The jars in `mods/`.
    static List<Path> jars() throws IOException {
        try (Stream<Path> all = Files.list(HOME.resolve("mods"))) {
            return all.sorted().toList();
        }
    }

    /// Our own modules among them.
    static List<Path> ownJars() throws IOException {
        return jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("nexus-"))
                .toList();
    }

    static Path spiJar() {
        return HOME.resolve("mods/nexus-spi-" + VERSION + ".jar");
    }

    /// A copy whose `bin/` and `mods/` can be changed; the runtime is the same one, through a link.
    public static Path copyTo(Path home) throws IOException {
        copy(HOME.resolve("bin"), home.resolve("bin"));
        copy(HOME.resolve("mods"), home.resolve("mods"));
        Files.createSymbolicLink(
                home.resolve("runtime"), HOME.resolve("runtime").toAbsolutePath());
        return home;
    }

    /// Copies a folder with all that is in it.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
