package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import nexus.app.health.Phase;
import nexus.app.registry.CheckReport;

/// Over all checks of the fleet: how long, how late, how many void. Thread-safe.
final class CheckMetrics {

    private final Durations resolving = new Durations();
    private final Durations connecting = new Durations();
    private final Durations securing = new Durations();
    private final Durations waiting = new Durations();
    private final Durations reading = new Durations();
    private final Durations late = new Durations();
    private final LongAdder voids = new LongAdder();

    void counted(CheckReport report) {
        var took = report.phases();
        add(resolving, took.resolving());
        add(connecting, took.connecting());
        add(securing, took.securing());
        add(waiting, took.waiting());
        add(reading, took.reading());
        late.add(Math.max(0, report.lateness()));
    }

    /// Its times are those of Nexus's own trouble, except that it was late.
    void voided(CheckReport report) {
        voids.increment();
        late.add(Math.max(0, report.lateness()));
    }

    /// A phase that was not reached, or not needed, takes no time.
    private static void add(Durations phase, long nanos) {
        if (nanos > 0) {
            phase.add(nanos);
        }
    }

    List<MetricSnapshot> snapshots() {
        return List.of(
                histogram(
                        "nexus_check_duration_seconds",
                        "Time that checks of all backends spent in each phase that they reached.",
                        of(connecting, Phase.CONNECT),
                        of(reading, Phase.READ),
                        of(resolving, Phase.RESOLVE),
                        of(securing, Phase.TLS),
                        of(waiting, Phase.WAIT)),
                histogram(
                        "nexus_check_lateness_seconds",
                        "Time from a check's planned start to its actual one: the load of Nexus itself.",
                        late.point()),
                Points.counter("nexus_checks_void", "Checks that were no evidence, by a fault of Nexus or its machine.")
                        .add(voids.sum())
                        .snapshot());
    }

    private static HistogramDataPointSnapshot of(Durations durations, Phase phase) {
        return durations.point("phase", phase.text());
    }

    private static MetricSnapshot histogram(String name, String help, HistogramDataPointSnapshot... points) {
        return new HistogramSnapshot(new MetricMetadata(name, help, Unit.SECONDS), List.of(points));
    }
}
