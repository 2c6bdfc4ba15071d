package nexus.app.history.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Makes the tables what this version expects. Each script runs once, in its order, all in one transaction with the
/// number that says so: an upgrade is done whole or not at all.
///
/// What a tool would add (checksums, repairs, undoing) a program that owns its tables has no use for, and it would
/// double both the time to open the database and the memory that this takes.
final class Migrations {

    /// In the order in which they are run; only ever added to.
    private static final List<String> SCRIPTS = List.of("1-history.sql");

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS nexus_schema (version INTEGER NOT NULL)";

    private final Dialect dialect;

    Migrations(Dialect dialect) {
        this.dialect = dialect;
    }

    /// @param connection of the only writer; nothing is open on it
    /// @throws RefusedException if a newer Nexus has been here
    void apply(Connection connection) throws SQLException, RefusedException {
        int version = version(connection);
        if (version > SCRIPTS.size()) {
            throw new RefusedException("was written by a newer Nexus (its tables are version " + version
                    + ", this one knows " + SCRIPTS.size() + "): use that one, or another place in [history]");
        }
        try (var statement = connection.createStatement()) {
            for (String script : SCRIPTS.subList(version, SCRIPTS.size())) {
                for (String command : dialect.translate(text(script)).split(";\n")) {
                    statement.executeUpdate(command);
                }
            }
            if (version < SCRIPTS.size()) {
                statement.executeUpdate("DELETE FROM nexus_schema");
                statement.executeUpdate("INSERT INTO nexus_schema VALUES (" + SCRIPTS.size() + ")");
            }
        }
        connection.commit();
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(TABLE);
            try (var found = statement.executeQuery("SELECT version FROM nexus_schema")) {
                return found.next() ? found.getInt(1) : 0;
            }
        }
    }

    private static String text(String script) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
