import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/// SQLite itself, for the system that this runtime is of, out of the driver's jar: laid beside the runtime's own libraries,
/// it need not be unpacked at each start, nor the system be asked which one it is. Elsewhere the driver does that.
record SqliteLibrary(Path mods, Path libraries) {
    private static final String NAME = System.mapLibraryName("sqlitejdbc");

    void unpack() throws IOException {
        try (var jars = Files.newDirectoryStream(mods, "sqlite-jdbc-*.jar")) {
            for (var jar : jars) {
                try (var file = new JarFile(jar.toFile())) {
                    var library = file.getEntry(NativeLibraries.nameOf(NAME));
                    if (library != null) {
                        Files.write(libraries.resolve(NAME), file.getInputStream(library).readAllBytes());
                    }
                }
            }
        }
    }
}
