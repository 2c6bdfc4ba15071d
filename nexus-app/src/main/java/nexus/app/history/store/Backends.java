package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers that stand for backends' names in all tables; they count from 0 and never change. To be used with
/// the writer's connection only, whose session lets in one at a time.
final class Backends {

    private final Map<String, Integer> known = new HashMap<>();
    /// Whose numbers these are. After a failure there is another connection, and numbers that were given in what was
    /// undone are forgotten.
    private Connection of;

    /// Gives numbers to those of these that have none, all at once: a server may be far away.
    void learn(Connection connection, Collection<String> names) throws SQLException {
        if (of != connection) {
            read(connection);
        }
        List<String> fresh = names.stream()
                .filter(name -> !known.containsKey(name))
                .distinct()
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("INSERT INTO nexus_backends (id, name) VALUES (?, ?)")) {
            for (String name : fresh) {
                insert.setInt(1, known.size());
                insert.setString(2, name);
                insert.addBatch();
                known.put(name, known.size());
            }
            insert.executeBatch();
        }
    }

    private void read(Connection connection) throws SQLException {
        known.clear();
        of = null;
        Jdbc.all(
                connection,
                "SELECT id, name FROM nexus_backends",
                row -> known.put(row.getString("name"), row.getInt("id")));
        of = connection;
    }

    /// The number of a backend that was learned.
    int number(String name) {
        return known.get(name);
    }

    /// The number of a backend for whoever only reads.
    static Optional<Integer> find(Connection connection, String name) throws SQLException {
        return Jdbc.all(connection, "SELECT id FROM nexus_backends WHERE name = ?", row -> row.getInt("id"), name)
                .stream()
                .findFirst();
    }
}
