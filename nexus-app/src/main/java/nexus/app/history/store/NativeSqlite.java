package nexus.app.history.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/// Loads SQLite itself, which the driver unpacks into a file of each process's own and deletes at the end. As Nexus may
/// end without that (it halts, or is killed), the file lies in a folder that goes as soon as it is loaded: else each
/// run would leave a megabyte behind. Where a file in use can't be deleted (Windows), it stays. `bin/nexus` names the
/// runtime's own folder of libraries, where it lies unpacked: then none of this is needed.
final class NativeSqlite {

    private static boolean loaded;

    private NativeSqlite() {}

    /// Does nothing from the second time on.
    ///
    /// @throws RefusedException if it can't be had on this machine
    static synchronized void load() throws RefusedException {
        if (loaded) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("nexus-sqlite");
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            try {
                SQLiteJDBCLoader.initialize();
            } finally {
                delete(folder);
            }
            loaded = true;
        } catch (Exception | LinkageError e) {
            throw new RefusedException(
                    "can't be opened: SQLite's own code can't be loaded from the folder for temporary files;"
                            + " NEXUS_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER names one that programs may lie in",
                    e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException _) {
            // In use.
        }
    }
}
