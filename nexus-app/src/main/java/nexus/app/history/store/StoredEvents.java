package nexus.app.history.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nexus.app.events.Event;
import nexus.app.events.EventReading;
import nexus.app.events.EventStore;
import nexus.app.health.BackendStatus;

/// Events in the database. Keeps the newest ones, as many as it may.
final class StoredEvents implements EventStore {

    private final Session writing;
    private final Session reading;
    private final EventRows rows;
    /// The highest number that this run has reserved: a file that was deleted meanwhile must learn it too.
    private volatile long promised;

    /// @param limit how many events are kept; positive
    StoredEvents(Session writing, Session reading, Backends backends, int limit) {
        this.writing = writing;
        this.reading = reading;
        this.rows = new EventRows(backends, limit);
    }

    @Override
    public long reserved() {
        return writing.run(Numbers.RESERVED::get);
    }

    @Override
    public long last() {
        return writing.run(Numbers.LAST::get);
    }

    @Override
    public Map<String, BackendStatus> lastKnown() {
        return writing.run(connection -> {
            Map<String, BackendStatus> known = new HashMap<>();
            Jdbc.all(
                    connection,
                    "SELECT name, status FROM nexus_backends WHERE status IS NOT NULL",
                    row -> known.put(row.getString("name"), status(row.getString("status"))));
            return known;
        });
    }

    @Override
    public void reserve(long upTo) {
        promised = writing.run(connection -> {
            // Never less than another thread of this run has reserved while the database was opened.
            long most = Math.max(upTo, Math.max(promised, Numbers.RESERVED.get(connection)));
            Numbers.RESERVED.set(connection, most);
            return most;
        });
    }

    @Override
    public void append(List<Event> events) {
        writing.run(connection -> {
            Numbers.RESERVED.set(connection, Math.max(promised, events.getLast().id()));
            rows.add(connection, events);
            return events;
        });
    }

    @Override
    public List<Event> since(long id, int limit) {
        return reading
                .run(connection -> Jdbc.all(
                        connection,
                        "SELECT json FROM nexus_events WHERE id > ? ORDER BY id LIMIT ?",
                        row -> EventReading.event(row.getString("json")),
                        id,
                        limit))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void settle(long last) {
        writing.run(connection -> {
            Numbers.RESERVED.set(connection, last);
            return last;
        });
    }

    private static BackendStatus status(String text) {
        return BackendStatus.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
