package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nexus.app.health.BackendStatus;
import nexus.app.health.Streak;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.FleetCounts;
import nexus.app.registry.FleetSnapshot;

/// What the registry knows of the fleet at one moment. Used once.
///
/// Disabled backends have no series, as they are in no count.
final class FleetMetrics {

    private static final double MILLIS_PER_SECOND = 1e3;
    /// In the order of their words.
    private static final List<BackendStatus> STATUSES =
            List.of(BackendStatus.DRAINING, BackendStatus.HEALTHY, BackendStatus.UNHEALTHY, BackendStatus.UNKNOWN);

    private final Points<?> backends = Points.gauge("nexus_backends", "Enabled backends by status.");
    private final Points<?> offered =
            Points.gauge("nexus_models", "Distinct models that at least one healthy backend offers.");
    private final Points<?> status =
            Points.gauge("nexus_backend_status", "1 for the status that the backend is in, 0 for each of the others.");
    private final Points<?> checks =
            Points.counter("nexus_backend_checks", "Checks that counted, by result; void ones are not among them.");
    private final Points<?> failed = Points.counter(
            "nexus_backend_check_failures", "Failed checks by kind of error; a kind appears with its first failure.");
    private final Points<?> latency = Points.gauge(
            "nexus_backend_latency_seconds",
            Unit.SECONDS,
            "Moving average over the durations of successful checks; absent before the first.");
    private final Points<?> models = Points.gauge(
            "nexus_backend_models", "Models that the backend listed last; absent while that is not known.");
    private final Points<?> streak = Points.gauge(
            "nexus_backend_consecutive_checks", "Length of the present run of equal results; 0 for the other result.");

    void add(FleetSnapshot fleet, Map<String, FailureCounts> failures) {
        add(fleet.counts());
        fleet.backends().stream()
                .filter(backend -> backend.config().enabled())
                .sorted(Comparator.comparing(BackendSnapshot::name))
                .forEach(backend -> {
                    add(backend);
                    var counts = failures.get(backend.name());
                    if (counts != null) {
                        counts.forEach((kind, count) -> failed.add(count, "backend", backend.name(), "kind", kind));
                    }
                });
    }

    private void add(FleetCounts counts) {
        backends.add(counts.draining(), "status", BackendStatus.DRAINING.text())
                .add(counts.healthy(), "status", BackendStatus.HEALTHY.text())
                .add(counts.unhealthy(), "status", BackendStatus.UNHEALTHY.text())
                .add(counts.unknown(), "status", BackendStatus.UNKNOWN.text());
        offered.add(counts.models());
    }

    private void add(BackendSnapshot backend) {
        String name = backend.name();
        String type = backend.config().type();
        for (var each : STATUSES) {
            status.add(each == backend.status() ? 1 : 0, "backend", name, "status", each.text());
        }
        checks.add(backend.failed(), "backend", name, "result", "failure", "type", type)
                .add(backend.checks() - backend.failed(), "backend", name, "result", "success", "type", type);
        backend.latency().ifPresent(millis -> latency.add(millis / MILLIS_PER_SECOND, "backend", name));
        backend.models().ifPresent(list -> models.add(list.models().size(), "backend", name));
        var run = backend.state().streak();
        streak.add(length(run, Streak.Kind.FAILURE), "backend", name, "result", "failure")
                .add(length(run, Streak.Kind.SUCCESS), "backend", name, "result", "success");
    }

    private static int length(Streak streak, Streak.Kind kind) {
        return streak.kind() == kind ? streak.length() : 0;
    }

    List<MetricSnapshot> snapshots() {
        return List.of(
                backends.snapshot(),
                offered.snapshot(),
                status.snapshot(),
                checks.snapshot(),
                failed.snapshot(),
                latency.snapshot(),
                models.snapshot(),
                streak.snapshot());
    }
}
