package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import nexus.app.events.EventStoreException;

/// One connection, opened when it is first needed, and anew after each failure: so everything heals by itself.
/// Thread-safe: one piece of work at a time, others wait.
final class Session implements AutoCloseable {

    /// So long others wait for their turn.
    private static final long TURN_SECONDS = 2;

    /// Makes a connection.
    interface Opening {
        Database.Link open() throws SQLException, RefusedException;
    }

    /// What is done in one transaction; no part of it stays if it throws.
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Database database;
    private final Opening opening;
    private final ReentrantLock lock = new ReentrantLock();
    /// Null: none is open.
    private Database.Link link;

    private Session(Database database, Opening opening) {
        this.database = database;
        this.opening = opening;
    }

    static Session writing(Database database) {
        return new Session(database, database::openWriter);
    }

    static Session reading(Database database) {
        return new Session(database, database::openReader);
    }

    /// @throws EventStoreException if it is not done; the message is one line for people
    <T> T run(Work<T> work) {
        lockInTime();
        try {
            T result = work.on(connection());
            link.connection().commit();
            return result;
        } catch (SQLException e) {
            drop();
            database.failed(e);
            throw Trouble.with(database.place(), e);
        } catch (RefusedException e) {
            throw new EventStoreException(database.place() + " " + e.getMessage(), e);
        } catch (Bytes.DamagedException e) {
            drop();
            throw new EventStoreException(database.place() + " holds what no Nexus has written", e);
        } catch (RuntimeException e) {
            drop();
            throw e;
        } catch (LinkageError e) {
            throw new EventStoreException("the driver for " + database.place() + " can't be used here", e);
        } finally {
            lock.unlock();
        }
    }

    private void lockInTime() {
        try {
            if (!lock.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new EventStoreException(database.place() + " is busy for longer than this can wait", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while waiting for " + database.place(), e);
        }
    }

    private Connection connection() throws SQLException, RefusedException {
        if (link != null && !link.alive().getAsBoolean()) {
            drop();
        }
        if (link == null) {
            link = opening.open();
        }
        return link.connection();
    }

    /// What was begun is undone with it.
    private void drop() {
        if (link != null) {
            Jdbc.close(link.connection());
            link = null;
        }
    }

    /// Closes the connection, unless it is in use: then it ends with the process.
    @Override
    public void close() {
        if (lock.tryLock()) {
            try {
                drop();
            } finally {
                lock.unlock();
            }
        }
    }
}
