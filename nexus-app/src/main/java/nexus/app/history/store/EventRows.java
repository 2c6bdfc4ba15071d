package nexus.app.history.store;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nexus.app.events.Event;
import nexus.app.events.EventJson;

/// Writes events, and beside them what they tell of the status of backends. For one thread at a time.
final class EventRows {

    private static final JsonFactory JSON = new JsonFactory();
    /// So many are deleted at most with each batch that is added, beyond as many as are added: a limit that was lowered
    /// is reached in steps that hold up nobody.
    private static final int DELETED_BESIDES = 1000;

    private final Backends backends;
    private final int limit;

    EventRows(Backends backends, int limit) {
        this.backends = backends;
        this.limit = limit;
    }

    /// Those that are stored already are passed over: the answer to a commit may have been lost.
    void add(Connection connection, List<Event> events) throws SQLException {
        long last = Numbers.LAST.get(connection);
        var fresh = events.stream().filter(event -> event.id() > last).toList();
        if (fresh.isEmpty()) {
            return;
        }
        insert(connection, fresh);
        var news = new StatusNews();
        fresh.forEach(news::add);
        news.write(connection, backends);
        Numbers.LAST.set(connection, fresh.getLast().id());
        long kept = Numbers.KEPT.get(connection) + fresh.size();
        long extra = Math.min(kept - limit, fresh.size() + DELETED_BESIDES);
        Numbers.KEPT.set(connection, extra > 0 ? kept - deleteOldest(connection, extra) : kept);
    }

    private static void insert(Connection connection, List<Event> events) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO nexus_events (id, json) VALUES (?, ?)")) {
            for (var event : events) {
                insert.setLong(1, event.id());
                insert.setString(2, json(event));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int deleteOldest(Connection connection, long count) throws SQLException {
        long upTo = Jdbc.all(
                        connection,
                        "SELECT id FROM nexus_events ORDER BY id LIMIT 1 OFFSET ?",
                        row -> row.getLong("id"),
                        count - 1)
                .getFirst();
        Jdbc.update(connection, "DELETE FROM nexus_changes WHERE event <= ?", upTo);
        return Jdbc.update(connection, "DELETE FROM nexus_events WHERE id <= ?", upTo);
    }

    private static String json(Event event) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            EventJson.write(out, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
