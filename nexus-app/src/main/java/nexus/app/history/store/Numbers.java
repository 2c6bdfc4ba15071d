package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Single numbers that are kept by their name.
enum Numbers {
    /// The highest number of an event that may have been told.
    RESERVED,
    /// The highest that was ever stored.
    LAST,
    /// How many events are stored: to count them takes a second for a million.
    KEPT,
    /// Minutes of hours before this one may have been deleted; the hour counts from 1970.
    PURGED,
    /// The minute that was written last, by a name of chance.
    MINUTE;

    /// 0: never set.
    long get(Connection connection) throws SQLException {
        return Jdbc.all(
                        connection,
                        "SELECT value FROM nexus_numbers WHERE name = ?",
                        row -> row.getLong("value"),
                        name())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void set(Connection connection, long value) throws SQLException {
        Jdbc.update(
                connection,
                "INSERT INTO nexus_numbers (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name(),
                value);
    }
}
