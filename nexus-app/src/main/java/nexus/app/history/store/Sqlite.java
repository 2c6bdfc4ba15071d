package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// Opens connections to one SQLite database.
///
/// @param name `:memory:`, or a `file:` URI
record Sqlite(String name) {

    private static final String URL = "jdbc:sqlite:";
    /// So long it tries while another program holds the file; whoever writes tries again later.
    private static final int BUSY_MILLIS = 200;
    /// In KiB: the pages of an hour of a small fleet. Others are in the system's cache.
    private static final int CACHE_KIB = 1024;

    /// Brings the tables up to date.
    Connection writer() throws SQLException, RefusedException {
        NativeSqlite.load();
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is said to be stored outlives the machine's end: numbers that were told must never come again.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Not IMMEDIATE: the driver begins the next transaction with each commit, and would hold the file for ever.
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        var connection = connected(config);
        try {
            new Migrations(Dialect.SQLITE).apply(connection);
            return connection;
        } catch (SQLException | RefusedException e) {
            Jdbc.close(connection);
            throw e;
        }
    }

    Connection reader() throws SQLException, RefusedException {
        NativeSqlite.load();
        var config = config();
        config.setReadOnly(true);
        return connected(config);
    }

    private Connection connected(SQLiteConfig config) throws SQLException {
        var connection = config.createConnection(URL + name);
        connection.setAutoCommit(false);
        return connection;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }
}
