package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/// Where a history lies, and how to get at it. Opening the writer makes the tables what this version expects. One
/// process at a time may write; closing lets the next one. Thread-safe.
sealed interface Database extends AutoCloseable permits SqliteFile, SqliteMemory, Postgres {

    /// @param connection doesn't commit by itself
    /// @param alive      whether it still leads to where the history lies; asked before each use
    record Link(Connection connection, BooleanSupplier alive) {}

    /// For people: a file, or a host and a name; no secret.
    String place();

    /// @throws RefusedException if it may not be written; the message is for people
    Link openWriter() throws SQLException, RefusedException;

    /// @throws RefusedException as [#openWriter]
    Link openReader() throws SQLException, RefusedException;

    /// Is told of each failure, since some of them ask for another kind of opening.
    void failed(SQLException failure);

    @Override
    void close();
}
