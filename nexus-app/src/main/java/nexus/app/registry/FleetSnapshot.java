package nexus.app.registry;

import java.util.List;
import java.util.Objects;

/// The fleet at one moment: counts and backends of the same version.
///
/// @param backends in configured order, disabled ones included
public record FleetSnapshot(FleetCounts counts, List<BackendSnapshot> backends) {

    public FleetSnapshot {
        Objects.requireNonNull(counts, "counts");
        backends = List.copyOf(backends);
    }
}
