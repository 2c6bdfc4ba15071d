package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The numbers that stand for backends' names in all tables; they count from 0 and never change. To be used with
/// the writer's connection only, whose session lets in one at a time.
final class Backends {

    private final Map<String, Integer> known = new HashMap<>();
    /// Whose numbers these are. After a failure there is another connection, and numbers that were given in what was
    /// undone are forgotten.
    private Connection of;

    /// The number of a backend, given now if it has none.
    int number(Connection connection, String name) throws SQLException {
        if (of != connection) {
            known.clear();
            of = null;
            Jdbc.all(
                    connection,
                    "SELECT id, name FROM nexus_backends",
                    row -> known.put(row.getString("name"), row.getInt("id")));
            of = connection;
        }
        Integer number = known.get(name);
        if (number == null) {
            number = known.size();
            Jdbc.update(connection, "INSERT INTO nexus_backends (id, name) VALUES (?, ?)", number, name);
            known.put(name, number);
        }
        return number;
    }

    /// The number of a backend for whoever only reads.
    static Optional<Integer> find(Connection connection, String name) throws SQLException {
        return Jdbc.all(connection, "SELECT id FROM nexus_backends WHERE name = ?", row -> row.getInt("id"), name)
                .stream()
                .findFirst();
    }
}
