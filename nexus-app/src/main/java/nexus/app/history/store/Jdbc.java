package nexus.app.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Short forms for what is done again and again.
final class Jdbc {

    /// Makes a value of a row.
    interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    private Jdbc() {}

    /// All rows.
    ///
    /// @param values numbers and texts, for the question marks
    static <T> List<T> all(Connection connection, String sql, Row<T> row, Object... values) throws SQLException {
        var all = new ArrayList<T>();
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.from(rows));
            }
        }
        return all;
    }

    /// @return how many rows were changed
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Closes it whatever state it is in. A driver may not be able to, over a connection that is gone: nothing is left
    /// to do then.
    static void close(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException _) {
            // Undone by the database.
        }
    }
}
