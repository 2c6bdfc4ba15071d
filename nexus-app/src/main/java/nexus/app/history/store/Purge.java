package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Deletes what was kept long enough, in steps that each are a transaction of their own: nobody waits long.
///
/// A clock that is far ahead for a while must not delete everything: one call takes only a few steps. As one comes each
/// hour, that is still many times what an hour adds.
final class Purge {

    static final Duration MINUTES_KEPT = Duration.ofDays(1);
    /// 13 months.
    static final Duration HOURS_KEPT = Duration.ofDays(396);

    /// In hours' worth of rows.
    private static final int STEPS = 24;

    private final Session session;

    Purge(Session session) {
        this.session = session;
    }

    /// @param hour the present one, counted from 1970
    void run(long hour) {
        long minutesFrom = hour - MINUTES_KEPT.toHours();
        for (int step = 0; step < STEPS && session.run(connection -> minutes(connection, minutesFrom)) > 0; step++) {}
        long hoursFrom = hour - HOURS_KEPT.toHours();
        for (int step = 0; step < STEPS && session.run(connection -> hours(connection, hoursFrom)) > 0; step++) {}
        session.run(connection -> Jdbc.update(
                connection,
                "DELETE FROM nexus_runs WHERE noted < ? AND started IN"
                        + " (SELECT started FROM nexus_runs ORDER BY started LIMIT 100)",
                Duration.ofHours(hoursFrom).toMillis()));
    }

    /// The oldest hour of minutes.
    private static int minutes(Connection connection, long from) throws SQLException {
        long oldest = RollupRows.hour(oldest(connection, "SELECT MIN(minute) FROM nexus_minutes"));
        if (oldest >= from) {
            return 0;
        }
        Numbers.PURGED.set(connection, Math.max(Numbers.PURGED.get(connection), oldest + 1));
        return Jdbc.update(connection, "DELETE FROM nexus_minutes WHERE minute < ?", (oldest + 1) * RollupRows.MINUTES);
    }

    private static int hours(Connection connection, long from) throws SQLException {
        long oldest = oldest(connection, "SELECT MIN(hour) FROM nexus_hours");
        return oldest >= from ? 0 : Jdbc.update(connection, "DELETE FROM nexus_hours WHERE hour = ?", oldest);
    }

    /// Far in the future if there is none.
    private static long oldest(Connection connection, String sql) throws SQLException {
        return Jdbc.all(connection, sql, row -> row.getObject(1) == null ? Long.MAX_VALUE : row.getLong(1))
                .getFirst();
    }
}
