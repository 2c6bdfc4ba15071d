package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nexus.app.history.Span;

/// When Nexus ran, in the database.
final class RunRows {

    private RunRows() {}

    static void write(Connection connection, List<Runs.Run> runs) throws SQLException {
        for (var run : runs) {
            Jdbc.update(
                    connection,
                    "INSERT INTO nexus_runs (started, noted, is_start) VALUES (?, ?, ?)"
                            + " ON CONFLICT (started) DO UPDATE SET noted = excluded.noted",
                    run.started().toEpochMilli(),
                    run.noted().toEpochMilli(),
                    run.isStart() ? 1 : 0);
        }
    }

    /// Those that touch a range, oldest first; they may overlap where the clock was set back.
    static List<Span> spans(Connection connection, Span range) throws SQLException {
        return Jdbc.all(
                connection,
                "SELECT started, noted FROM nexus_runs WHERE noted > ? AND started < ? ORDER BY started",
                row -> new Span(time(row.getLong("started")), time(row.getLong("noted"))),
                range.from().toEpochMilli(),
                range.to().toEpochMilli());
    }

    /// When the process was started, within a range, oldest first.
    static List<Instant> starts(Connection connection, Span range) throws SQLException {
        return Jdbc.all(
                connection,
                "SELECT started FROM nexus_runs WHERE started >= ? AND started < ? AND is_start = 1 ORDER BY started",
                row -> time(row.getLong("started")),
                range.from().toEpochMilli(),
                range.to().toEpochMilli());
    }

    /// What they cover of a range, without overlap.
    ///
    /// @param spans by their beginnings
    static List<Span> union(List<Span> spans, Span range) {
        var union = new ArrayList<Span>();
        for (var span : spans) {
            Instant from = later(span.from(), range.from());
            Instant to = earlier(span.to(), range.to());
            if (!from.isBefore(to)) {
                continue;
            }
            if (!union.isEmpty() && !union.getLast().to().isBefore(from)) {
                var before = union.removeLast();
                union.add(new Span(before.from(), later(before.to(), to)));
            } else {
                union.add(new Span(from, to));
            }
        }
        return union;
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
