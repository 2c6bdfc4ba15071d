package nexus.app.history.store;

import java.sql.SQLException;

/// A history that ends with the process, for a Nexus without a configuration file. Its one connection reads and
/// writes.
final class SqliteMemory implements Database {

    private final Sqlite sqlite = new Sqlite(":memory:");

    @Override
    public String place() {
        return "the history in memory";
    }

    @Override
    public Link openWriter() throws SQLException, RefusedException {
        return new Link(sqlite.writer(), () -> true);
    }

    @Override
    public Link openReader() {
        throw new UnsupportedOperationException("the writer reads too");
    }

    @Override
    public void failed(SQLException failure) {
        // The next connection begins with nothing, as after a restart.
    }

    @Override
    public void close() {
        // Nobody else can have it.
    }
}
