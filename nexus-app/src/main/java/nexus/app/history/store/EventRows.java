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
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;

/// Writes events, and notes beside them which backends' status they tell of. For one thread at a time.
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
        for (var event : fresh) {
            note(connection, event);
        }
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

    private void note(Connection connection, Event event) throws SQLException {
        switch (event.what()) {
            case Happening.StatusChanged status -> {
                int backend = change(connection, event, status.backend(), true);
                if (status.to() != BackendStatus.UNKNOWN) {
                    Jdbc.update(
                            connection,
                            "UPDATE nexus_backends SET status = ? WHERE id = ?",
                            status.to().text(),
                            backend);
                }
            }
            case Happening.CauseChanged cause -> change(connection, event, cause.backend(), false);
            case Happening.ConfigChanged config -> {
                for (String name : config.removed()) {
                    int backend = change(connection, event, name, false);
                    Jdbc.update(connection, "UPDATE nexus_backends SET status = NULL WHERE id = ?", backend);
                }
                for (String name : config.restarted()) {
                    change(connection, event, name, false);
                }
            }
            case Happening.ModelsChanged _,
                    Happening.ModelMoved _,
                    Happening.Started _,
                    Happening.Stopped _,
                    Happening.Lost _ -> {}
        }
    }

    private int change(Connection connection, Event event, String name, boolean isStatus) throws SQLException {
        int backend = backends.number(connection, name);
        Jdbc.update(
                connection,
                "INSERT INTO nexus_changes (event, backend, at, is_status) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.id(),
                backend,
                event.at().toEpochMilli(),
                isStatus ? 1 : 0);
        return backend;
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
