package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import nexus.app.config.HistoryConfig;
import nexus.app.config.Secret;
import org.postgresql.ds.PGSimpleDataSource;

/// A history in a PostgreSQL database, in the schema that its user's tables go to. A lock of the writer's session
/// keeps another Nexus from the same schema.
final class Postgres implements Database {

    private static final int CONNECT_SECONDS = 2;
    /// For one answer of the server.
    private static final int ANSWER_SECONDS = 10;
    /// So that the server forgets us, and our lock, within a minute if the network has.
    private static final String KEEP_ALIVE =
            "SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

    private static final String LOCK =
            "SELECT pg_try_advisory_lock(hashtext('nexus history'), hashtext(current_schema()))";

    private final HistoryConfig.Server server;

    Postgres(HistoryConfig.Server server) {
        this.server = server;
    }

    @Override
    public String place() {
        return "the history database " + server.shown();
    }

    @Override
    public Link openWriter() throws SQLException, RefusedException {
        var connection = connected();
        try {
            Jdbc.update(connection, KEEP_ALIVE);
            if (!Jdbc.all(connection, LOCK, row -> row.getBoolean(1)).getFirst()) {
                throw new RefusedException(
                        "is in use by another Nexus: give each its own database or schema, or stop one of them");
            }
            new Migrations(Dialect.POSTGRESQL).apply(connection);
            return new Link(connection, () -> true);
        } catch (SQLException | RefusedException e) {
            Jdbc.close(connection);
            throw e;
        }
    }

    @Override
    public Link openReader() throws SQLException {
        var connection = connected();
        connection.setReadOnly(true);
        return new Link(connection, () -> true);
    }

    private Connection connected() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(server.url());
        server.user().ifPresent(source::setUser);
        server.password()
                .map(HistoryConfig.Password::secret)
                .map(Secret::reveal)
                .ifPresent(source::setPassword);
        source.setApplicationName("nexus");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(2 * CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void failed(SQLException failure) {
        // The next connection finds out by itself.
    }

    @Override
    public void close() {
        // The lock ends with its session.
    }
}
