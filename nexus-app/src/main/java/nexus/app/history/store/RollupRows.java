package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes minutes, and sums them up to hours. With the writer's connection only.
final class RollupRows {

    static final int MINUTES = 60;

    private static final String READ_MINUTE = "SELECT grp, packed FROM nexus_minutes WHERE minute = ?";
    private static final String READ_HOUR =
            "SELECT grp, packed FROM nexus_minutes WHERE minute >= ? AND minute < ? ORDER BY minute, grp";
    private static final String READ_HOURS = "SELECT grp, packed FROM nexus_hours WHERE hour = ?";
    private static final String WRITE_MINUTE = "INSERT INTO nexus_minutes (minute, grp, packed) VALUES (?, ?, ?)"
            + " ON CONFLICT (minute, grp) DO UPDATE SET packed = excluded.packed";
    private static final String WRITE_HOUR = "INSERT INTO nexus_hours (hour, grp, packed) VALUES (?, ?, ?)"
            + " ON CONFLICT (hour, grp) DO UPDATE SET packed = excluded.packed";

    private final Backends backends;

    RollupRows(Backends backends) {
        this.backends = backends;
    }

    static long hour(long minute) {
        return Math.floorDiv(minute, MINUTES);
    }

    /// Adds to what is there of that minute: a restart within it, or a clock that was set back, makes two of one.
    void write(Connection connection, Minute minute) throws SQLException {
        if (minute.names().isEmpty()) {
            return;
        }
        var groups = new TreeMap<Integer, Group>();
        var in = new Bytes.Reader(minute.tallies());
        backends.learn(connection, minute.names());
        for (String name : minute.names()) {
            int backend = backends.number(name);
            groups.computeIfAbsent(Group.of(backend), _ -> new Group()).add(backend, Packing.EXACT.read(in));
        }
        read(connection, Packing.EXACT, READ_MINUTE, minute.number()).forEach((number, stored) -> {
            if (groups.containsKey(number)) {
                groups.get(number).add(stored);
            }
        });
        write(connection, WRITE_MINUTE, minute.number(), groups, Packing.EXACT);
        Jdbc.update(
                connection,
                "INSERT INTO nexus_open_hours (hour) VALUES (?) ON CONFLICT DO NOTHING",
                hour(minute.number()));
    }

    /// The hours that wait to be summed up, oldest first.
    ///
    /// @param before only hours before this one
    List<Long> openHours(Connection connection, long before) throws SQLException {
        return Jdbc.all(
                connection,
                "SELECT hour FROM nexus_open_hours WHERE hour < ? ORDER BY hour",
                row -> row.getLong("hour"),
                before);
    }

    /// Sums up an hour. It may have been summed up before, if the clock was set back: then its minutes are all
    /// still there and make it anew, or, once the old ones were deleted, these are added to it and go.
    long sumUp(Connection connection, long hour) throws SQLException {
        long first = hour * MINUTES;
        var groups = read(connection, Packing.EXACT, READ_HOUR, first, first + MINUTES);
        if (hour < Numbers.PURGED.get(connection)) {
            read(connection, Packing.QUANTILES, READ_HOURS, hour)
                    .forEach((number, stored) ->
                            groups.computeIfAbsent(number, _ -> new Group()).add(stored));
            Jdbc.update(
                    connection, "DELETE FROM nexus_minutes WHERE minute >= ? AND minute < ?", first, first + MINUTES);
        }
        write(connection, WRITE_HOUR, hour, groups, Packing.QUANTILES);
        return Jdbc.update(connection, "DELETE FROM nexus_open_hours WHERE hour = ?", hour);
    }

    private static Map<Integer, Group> read(Connection connection, Packing packing, String sql, Object... values)
            throws SQLException {
        var groups = new HashMap<Integer, Group>();
        Jdbc.all(
                connection,
                sql,
                row -> {
                    var group = groups.computeIfAbsent(row.getInt("grp"), _ -> new Group());
                    return addTo(group, row.getBytes("packed"), packing);
                },
                values);
        return groups;
    }

    /// A row that nobody can read must not keep all others from being summed up for ever.
    private static boolean addTo(Group group, byte[] row, Packing packing) {
        try {
            group.add(Group.read(row, packing));
            return true;
        } catch (Bytes.DamagedException _) {
            return false;
        }
    }

    private static void write(Connection connection, String sql, long time, Map<Integer, Group> groups, Packing packing)
            throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            for (var group : groups.entrySet()) {
                insert.setLong(1, time);
                insert.setInt(2, group.getKey());
                insert.setBytes(3, group.getValue().row(packing));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
