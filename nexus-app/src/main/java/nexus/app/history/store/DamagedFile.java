package nexus.app.history.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nexus.app.log.Log;

/// Moves a file that can't be read any more out of the way, so that a new one can begin. Thread-safe.
final class DamagedFile {

    private static final Log LOG = Log.of("history");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// SQLite's files; the last two may be missing.
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    /// A broken disk would be filled with broken files.
    private static final Duration APART = Duration.ofHours(1);

    private final Path file;
    private final InstantSource clock;
    private boolean damaged;
    private Instant notBefore = Instant.MIN;

    DamagedFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Damage was seen.
    synchronized void note() {
        damaged = true;
    }

    synchronized boolean isNoted() {
        return damaged;
    }

    /// Does nothing if none was seen since.
    ///
    /// @throws RefusedException if it can't be moved, or the last time is less than an hour ago
    synchronized void moveAside() throws RefusedException {
        if (!damaged) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw new RefusedException("was damaged again within an hour: look at the disk");
        }
        Path aside = Path.of(file + ".damaged-" + STAMP.format(now));
        try {
            for (String part : PARTS) {
                if (Files.exists(Path.of(file + part))) {
                    Files.move(Path.of(file + part), Path.of(aside + part));
                }
            }
        } catch (IOException e) {
            throw new RefusedException("is damaged and can't be moved away: move it by hand", e);
        }
        damaged = false;
        notBefore = now.plus(APART);
        LOG.warn(
                "the history file was damaged, a new one is begun: events and checks of before are no longer known",
                "file",
                file.toString(),
                "moved_to",
                aside.toString());
    }
}
