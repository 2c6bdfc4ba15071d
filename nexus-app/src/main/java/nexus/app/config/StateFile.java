package nexus.app.config;

import java.nio.file.Path;

/// The file that keeps [RuntimeChanges] beside the configuration: `nexus.state.toml`. Nexus alone writes it; people
/// may read it, and edit it while Nexus does not run. One writer at a time.
public final class StateFile {

    private final Path path;

    public StateFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /// What the file holds; a file that does not exist holds [RuntimeChanges#NONE].
    ///
    /// @throws ConfigException when it can't be read or is no such file, with every problem and its place
    public RuntimeChanges read() {
        return RuntimeChanges.NONE;
    }

    /// Replaces the file, whole or not at all. When this returns the changes survive a crash of the process and of
    /// the machine.
    ///
    /// @return the same changes; their entries know the lines where they stand now
    /// @throws StateFileException when the changes are not stored; the file is as it was
    public RuntimeChanges write(RuntimeChanges changes) throws StateFileException {
        throw new StateFileException(path + " can't be written", null);
    }
}
