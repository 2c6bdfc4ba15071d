package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nexus.app.notify.ReceiverState;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.CheckReport;
import nexus.app.registry.Observer;
import nexus.app.registry.Registry;
import nexus.app.registry.Renewal;

/// Counts what checks come to, and tells all numbers when asked. Thread-safe.
///
/// A check pays for some additions. What the registry knows anyway is not counted again: it is read when
/// somebody asks.
public final class Metrics implements Observer {

    private final Registry registry;
    private final ProgramMetrics program;
    private final CheckMetrics checks = new CheckMetrics();
    private final ProcessMetrics process = new ProcessMetrics();
    /// By name. Made with the fleet, never by a check: what ends after a removal counts nowhere.
    private final Map<String, FailureCounts> failures = new ConcurrentHashMap<>();
    /// A page is megabytes while it is made: one at a time, the others wait.
    private final ReentrantLock making = new ReentrantLock();

    private volatile Supplier<List<ReceiverState>> receivers = List::of;

    private Metrics(Registry registry, ProgramMetrics program) {
        this.registry = registry;
        this.program = program;
        registry.backends().forEach(this::enter);
    }

    /// Begins to count; to be called before the first check.
    public static Metrics observing(Registry registry, String version, Instant startedAt) {
        var metrics = new Metrics(registry, new ProgramMetrics(version, startedAt));
        registry.observe(metrics);
        return metrics;
    }

    /// From now on the numbers of these are told too.
    public void receivers(Supplier<List<ReceiverState>> states) {
        receivers = states;
    }

    @Override
    public void checked(Change change) {
        if (change.isCounted()) {
            change.after()
                    .lastCheck()
                    .ifPresent(report -> counted(change.after().name(), report));
        }
    }

    private void counted(String backend, CheckReport report) {
        checks.counted(report);
        if (report.error().isPresent()) {
            var counts = failures.get(backend);
            if (counts != null) {
                counts.add(report.error().get());
            }
        }
    }

    @Override
    public void voided(Change change) {
        change.after().lastCheck().ifPresent(checks::voided);
    }

    @Override
    public void fleetChanged(Renewal renewal) {
        renewal.removed().forEach(backend -> failures.remove(backend.config().name()));
        renewal.added().forEach(this::enter);
    }

    private void enter(Backend backend) {
        failures.put(backend.config().name(), new FailureCounts());
    }

    /// All numbers as they are now, in the format that a scraper likes best.
    ///
    /// @param accept the request's `Accept` header; empty for none
    public MetricsPage page(String accept) {
        making.lock();
        try {
            return MetricsPage.of(accept, snapshots());
        } finally {
            making.unlock();
        }
    }

    private MetricSnapshots snapshots() {
        var all = MetricSnapshots.builder();
        var fleet = new FleetMetrics();
        fleet.add(registry.snapshot(), failures);
        fleet.snapshots().forEach(all::metricSnapshot);
        checks.snapshots().forEach(all::metricSnapshot);
        program.snapshots().forEach(all::metricSnapshot);
        process.snapshots().forEach(all::metricSnapshot);
        NotifyMetrics.snapshots(receivers.get()).forEach(all::metricSnapshot);
        return all.build();
    }
}
