package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nexus.app.history.Rollup;
import nexus.app.history.Span;

/// Reads what the checks of one backend came to.
///
/// @param backend its number
record RollupReader(Connection connection, int backend) {

    /// Looks for each time by itself: rows of one group lie apart, those of one time together.
    private static final String EACH = "WITH RECURSIVE times (t) AS"
            + " (SELECT CAST(? AS INTEGER) UNION ALL SELECT t + 1 FROM times WHERE t < ?)"
            + " SELECT t, (SELECT packed FROM %s WHERE %s = t AND grp = ?) AS packed FROM times";

    private static final String MINUTES = EACH.formatted("nexus_minutes", "minute");
    private static final String HOURS = EACH.formatted("nexus_hours", "hour");

    List<Rollup> minutes(Span range) throws SQLException {
        var oldest = first("SELECT MIN(minute) FROM nexus_minutes");
        var newest = first("SELECT MAX(minute) FROM nexus_minutes");
        return rollups(
                Rollup.Step.MINUTE,
                tallies(
                        MINUTES,
                        Packing.EXACT,
                        Math.max(oldest, next(range.from(), Rollup.Step.MINUTE)),
                        Math.min(newest + 1, next(range.to(), Rollup.Step.MINUTE))));
    }

    List<Rollup> hours(Span range) throws SQLException {
        long from = next(range.from(), Rollup.Step.HOUR);
        long to = next(range.to(), Rollup.Step.HOUR);
        var oldest = first("SELECT MIN(hour) FROM nexus_hours");
        var newest = first("SELECT MAX(hour) FROM nexus_hours");
        var hours = tallies(HOURS, Packing.QUANTILES, Math.max(oldest, from), Math.min(newest + 1, to));
        for (long hour : open(from, to)) {
            long first = hour * RollupRows.MINUTES;
            var minutes = tallies(MINUTES, Packing.EXACT, first, first + RollupRows.MINUTES);
            hours.put(hour, minutes.values().stream().reduce(Tally.NONE, Tally::plus));
        }
        return rollups(Rollup.Step.HOUR, hours);
    }

    /// Those that are not summed up yet.
    private List<Long> open(long from, long to) throws SQLException {
        return Jdbc.all(
                connection,
                "SELECT hour FROM nexus_open_hours WHERE hour >= ? AND hour < ?",
                row -> row.getLong("hour"),
                from,
                to);
    }

    /// 0: there is none.
    private long first(String sql) throws SQLException {
        return Jdbc.all(connection, sql, row -> row.getLong(1)).getFirst();
    }

    /// By time.
    private Map<Long, Tally> tallies(String sql, Packing packing, long from, long to) throws SQLException {
        var tallies = new TreeMap<Long, Tally>();
        if (from < to) {
            Jdbc.all(
                    connection,
                    sql,
                    row -> {
                        byte[] packed = row.getBytes("packed");
                        if (packed != null) {
                            tallies.put(
                                    row.getLong("t"),
                                    Group.read(packed, packing).tally(backend));
                        }
                        return true;
                    },
                    from,
                    to - 1,
                    Group.of(backend));
        }
        return tallies;
    }

    private static List<Rollup> rollups(Rollup.Step step, Map<Long, Tally> tallies) {
        return tallies.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry ->
                        entry.getValue().rollup(Instant.EPOCH.plus(step.length().multipliedBy(entry.getKey())), step))
                .toList();
    }

    /// The first step that does not begin before a time.
    private static long next(Instant time, Rollup.Step step) {
        return Math.ceilDiv(
                Duration.between(Instant.EPOCH, time).toMillis(), step.length().toMillis());
    }
}
