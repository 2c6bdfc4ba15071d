package nexus.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file that keeps [RuntimeChanges] beside the configuration: `nexus.state.toml`. Nexus alone writes it; people
/// may read it, and edit it while Nexus does not run. Safe in any thread; one process at a time.
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
    public synchronized RuntimeChanges read() {
        return Files.notExists(path) ? RuntimeChanges.NONE : StateText.read(path.toString(), FileText.read(path));
    }

    /// Replaces the file, whole or not at all. When this returns the changes survive a crash of the process and of
    /// the machine.
    ///
    /// @return the same changes; their entries know the lines where they stand now
    /// @throws StateFileException when the changes are not safely stored
    public synchronized RuntimeChanges write(RuntimeChanges changes) throws StateFileException {
        String text = text(changes);
        RuntimeChanges stored = readBack(text);
        if (!stored.equals(changes)) {
            throw new StateFileException(shown() + " can't hold what was changed; the file is as it was", null);
        }
        try {
            new DurableFile(path).replace(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StateFileException(
                    shown() + " can't be written (" + DurableFile.reason(e) + "): let Nexus write into its folder, or "
                            + "name a file elsewhere by state_file in [server]",
                    e);
        }
        return stored;
    }

    private String text(RuntimeChanges changes) throws StateFileException {
        try {
            return StateText.of(changes);
        } catch (IllegalArgumentException e) {
            throw new StateFileException(shown() + " can't hold what was changed: " + e.getMessage(), e);
        }
    }

    /// Nothing is stored that the next start could not read.
    private RuntimeChanges readBack(String text) throws StateFileException {
        try {
            return StateText.read(path.toString(), text);
        } catch (ConfigException e) {
            throw new StateFileException("what was changed can't be stored: " + e.getMessage(), e);
        }
    }

    private String shown() {
        return Shown.sentence(path.toString());
    }
}
