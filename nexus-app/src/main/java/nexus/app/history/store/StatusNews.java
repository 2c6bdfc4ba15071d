package nexus.app.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;

/// What some events tell of the status of backends, to be noted beside them: which event tells of whom, and what is
/// known of each in the end. For one thread.
final class StatusNews {

    private record Change(Event event, String backend, boolean isStatus) {}

    private final List<Change> changes = new ArrayList<>();
    /// Empty: it was removed.
    private final Map<String, Optional<BackendStatus>> known = new LinkedHashMap<>();

    void add(Event event) {
        switch (event.what()) {
            case Happening.StatusChanged status -> {
                changes.add(new Change(event, status.backend(), true));
                if (status.to() != BackendStatus.UNKNOWN) {
                    known.put(status.backend(), Optional.of(status.to()));
                }
            }
            case Happening.CauseChanged cause -> changes.add(new Change(event, cause.backend(), false));
            case Happening.ConfigChanged config -> {
                config.removed().forEach(name -> {
                    changes.add(new Change(event, name, false));
                    known.put(name, Optional.empty());
                });
                config.restarted().forEach(name -> changes.add(new Change(event, name, false)));
                config.added().forEach(name -> changes.add(new Change(event, name, false)));
            }
            case Happening.ModelsChanged _,
                    Happening.ModelMoved _,
                    Happening.Started _,
                    Happening.Stopped _,
                    Happening.Lost _ -> {}
        }
    }

    void write(Connection connection, Backends backends) throws SQLException {
        backends.learn(connection, changes.stream().map(Change::backend).toList());
        writeChanges(connection, backends);
        writeKnown(connection, backends);
    }

    private void writeChanges(Connection connection, Backends backends) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO nexus_changes (event, backend, at, is_status) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")) {
            for (var change : changes) {
                insert.setLong(1, change.event().id());
                insert.setInt(2, backends.number(change.backend()));
                insert.setLong(3, change.event().at().toEpochMilli());
                insert.setInt(4, change.isStatus() ? 1 : 0);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void writeKnown(Connection connection, Backends backends) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE nexus_backends SET status = ? WHERE id = ?")) {
            for (var entry : known.entrySet()) {
                update.setString(1, entry.getValue().map(BackendStatus::text).orElse(null));
                update.setInt(2, backends.number(entry.getKey()));
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
