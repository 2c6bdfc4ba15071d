package nexus.app.history.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresHistoryTest extends HistoryContract {

    private static Postgresql server;

    @BeforeAll
    static void start() throws Exception {
        server = Postgresql.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        server.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Override
    Database database() {
        return new Postgres(server.server());
    }
}
