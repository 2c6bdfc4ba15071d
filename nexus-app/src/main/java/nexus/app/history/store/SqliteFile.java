package nexus.app.history.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// A history in a file. Beside it lie, while Nexus runs, SQLite's own `-wal` and `-shm`, and a `.lock` that keeps
/// another Nexus away.
final class SqliteFile implements Database {

    private final Path file;
    private final Sqlite sqlite;
    private final DamagedFile damaged;
    /// Empty: not ours.
    private Optional<FileChannel> lock = Optional.empty();

    SqliteFile(Path file, InstantSource clock) {
        this.file = file.toAbsolutePath();
        this.sqlite = new Sqlite(this.file.toUri().toString());
        this.damaged = new DamagedFile(this.file, clock);
    }

    @Override
    public String place() {
        return "the history file \"" + file.toString().replaceAll("\\p{Cntrl}", "?") + "\"";
    }

    @Override
    public Link openWriter() throws SQLException, RefusedException {
        takeLock();
        damaged.moveAside();
        try {
            return link(sqlite.writer());
        } catch (SQLException e) {
            if (!Trouble.isDamage(e)) {
                throw e;
            }
            damaged.note();
            damaged.moveAside();
            return link(sqlite.writer());
        }
    }

    @Override
    public Link openReader() throws SQLException, RefusedException {
        return link(sqlite.reader());
    }

    /// A file that was deleted, or is damaged, can be written still: nobody would ever find what stands there.
    private Link link(Connection connection) {
        var opened = key();
        return new Link(connection, () -> opened.isPresent() && key().equals(opened) && !damaged.isNoted());
    }

    /// What tells this file from one that takes its name; empty where there is none.
    private Optional<String> key() {
        try {
            var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(Objects.toString(key));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void failed(SQLException failure) {
        if (Trouble.isDamage(failure)) {
            damaged.note();
        }
    }

    private synchronized void takeLock() throws RefusedException {
        if (lock.isPresent()) {
            return;
        }
        Path name = Path.of(file + ".lock");
        try {
            var channel = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                lock = Optional.of(channel);
                return;
            }
            channel.close();
        } catch (IOException e) {
            throw new RefusedException("can't be locked: there must be a folder where Nexus may write", e);
        }
        throw new RefusedException(
                "is in use by another Nexus: give each its own file in [history], or stop one of them");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // Held by this process: as bad as by another one.
            return false;
        }
    }

    @Override
    public synchronized void close() {
        lock.ifPresent(SqliteFile::close);
        lock = Optional.empty();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
