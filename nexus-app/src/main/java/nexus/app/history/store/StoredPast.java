package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nexus.app.events.Event;
import nexus.app.history.Past;
import nexus.app.history.Rollup;
import nexus.app.history.Span;

/// The past as the database has it. The present run reaches until now, whatever is stored of it.
final class StoredPast implements Past {

    private final Session reading;
    private final Runs runs;
    private final InstantSource clock;

    StoredPast(Session reading, Runs runs, InstantSource clock) {
        this.reading = reading;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public List<Span> observed(Span range) {
        var spans = new ArrayList<>(reading.run(connection -> RunRows.spans(connection, range)));
        for (var run : runs.unsaved()) {
            spans.add(new Span(run.started(), run.noted()));
        }
        Instant now = clock.instant();
        var current = runs.current();
        if (now.isBefore(current.noted().plus(Runs.LONGEST_MINUTE)) && now.isAfter(current.noted())) {
            spans.add(new Span(current.noted(), now));
        }
        spans.sort(Comparator.comparing(Span::from));
        return RunRows.union(spans, range);
    }

    @Override
    public List<Instant> starts(Span range) {
        List<Instant> stored = reading.run(connection -> RunRows.starts(connection, range));
        var starts = new TreeSet<>(stored);
        runs.unsaved().stream()
                .filter(run -> run.isStart() && range.contains(run.started()))
                .forEach(run -> starts.add(run.started()));
        return List.copyOf(starts);
    }

    @Override
    public List<Event> changes(String backend, Span range) {
        return reading.run(connection -> {
            var number = Backends.find(connection, backend);
            return number.isEmpty() ? List.<Event>of() : ChangeRows.with(connection, number.get(), range);
        });
    }

    @Override
    public List<Event> changes(String backend, Span range, long above, int limit) {
        return reading.run(connection -> {
            var number = Backends.find(connection, backend);
            return number.isEmpty()
                    ? List.<Event>of()
                    : ChangeRows.within(connection, number.get(), range, above, limit);
        });
    }

    @Override
    public List<Rollup> rollups(String backend, Rollup.Step step, Span range) {
        return reading.run(connection -> rollups(connection, backend, step, range));
    }

    private static List<Rollup> rollups(Connection connection, String backend, Rollup.Step step, Span range)
            throws SQLException {
        var number = Backends.find(connection, backend);
        if (number.isEmpty()) {
            return List.of();
        }
        var reader = new RollupReader(connection, number.get());
        return switch (step) {
            case MINUTE -> reader.minutes(range);
            case HOUR -> reader.hours(range);
        };
    }
}
