package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Instant;
import java.util.List;

/// Which Nexus this is, and since when. Immutable.
///
/// @param version as `--version` prints it
record ProgramMetrics(String version, Instant startedAt) {

    List<MetricSnapshot> snapshots() {
        var labels = Labels.of("java", Runtime.version().toString(), "version", version);
        return List.of(
                new InfoSnapshot(
                        new MetricMetadata("nexus_build", "1; its labels say which Nexus runs on which Java."),
                        List.of(new InfoDataPointSnapshot(labels))),
                Points.gauge("nexus_start_time_seconds", Unit.SECONDS, "When Nexus started, since 1970.")
                        .add(startedAt.toEpochMilli() / 1e3)
                        .snapshot());
    }
}
