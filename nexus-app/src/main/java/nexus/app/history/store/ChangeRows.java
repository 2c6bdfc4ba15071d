package nexus.app.history.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nexus.app.events.Event;
import nexus.app.events.EventReading;
import nexus.app.history.Span;

/// Reads the events that tell of one backend's status.
final class ChangeRows {

    private static final String EVENTS =
            "SELECT e.json AS json FROM nexus_changes c JOIN nexus_events e ON e.id = c.event WHERE c.backend = ? AND ";

    private ChangeRows() {}

    /// Those of a range, by number.
    static List<Event> within(Connection connection, int backend, Span range, long above, int limit)
            throws SQLException {
        return known(Jdbc.all(
                connection,
                EVENTS + "c.at >= ? AND c.at < ? AND c.event > ? ORDER BY c.event LIMIT ?",
                ChangeRows::event,
                backend,
                range.from().toEpochMilli(),
                range.to().toEpochMilli(),
                above,
                limit));
    }

    /// Those of a range, and first the last transition before it.
    static List<Event> with(Connection connection, int backend, Span range) throws SQLException {
        var before = Jdbc.all(
                connection,
                EVENTS + "c.at < ? AND c.is_status = 1 ORDER BY c.at DESC, c.event DESC LIMIT 1",
                ChangeRows::event,
                backend,
                range.from().toEpochMilli());
        var within = within(connection, backend, range, 0, Integer.MAX_VALUE);
        return Stream.concat(known(before).stream(), within.stream()).toList();
    }

    private static Optional<Event> event(ResultSet row) throws SQLException {
        return EventReading.event(row.getString("json"));
    }

    private static List<Event> known(List<Optional<Event>> events) {
        return events.stream().flatMap(Optional::stream).toList();
    }
}
