package nexus.app.metrics;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What any program tells of its process and of the Java under it, under the names that dashboards know
/// (Prometheus' "process metrics", and those of its Java client). Thread-safe.
final class ProcessMetrics {

    List<MetricSnapshot> snapshots() {
        var all = new ArrayList<MetricSnapshot>();
        var runtime = ManagementFactory.getRuntimeMXBean();
        all.add(Points.gauge("process_start_time_seconds", Unit.SECONDS, "When the process started, since 1970.")
                .add(runtime.getStartTime() / 1e3)
                .snapshot());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            all.add(Points.counter("process_cpu_seconds", Unit.SECONDS, "CPU time of the process.")
                    .add(Math.max(0, system.getProcessCpuTime()) / 1e9)
                    .snapshot());
            if (system instanceof UnixOperatingSystemMXBean unix) {
                all.add(gauge("process_open_fds", "Open file descriptors.", unix.getOpenFileDescriptorCount()));
                all.add(gauge("process_max_fds", "Most file descriptors.", unix.getMaxFileDescriptorCount()));
            }
        }
        all.addAll(memory());
        all.addAll(threads());
        all.add(collections());
        return all;
    }

    private static List<MetricSnapshot> memory() {
        var memory = ManagementFactory.getMemoryMXBean();
        var heap = memory.getHeapMemoryUsage();
        var rest = memory.getNonHeapMemoryUsage();
        return List.of(
                area("jvm_memory_used_bytes", "Memory in use.", heap.getUsed(), rest.getUsed()),
                area(
                        "jvm_memory_committed_bytes",
                        "Memory that the JVM has from the system.",
                        heap.getCommitted(),
                        rest.getCommitted()),
                area("jvm_memory_max_bytes", "Most memory; -1 for no limit.", heap.getMax(), rest.getMax()));
    }

    private static MetricSnapshot area(String name, String help, long heap, long rest) {
        return Points.gauge(name, Unit.BYTES, help)
                .add(heap, "area", "heap")
                .add(rest, "area", "nonheap")
                .snapshot();
    }

    /// Virtual threads are not among them: a check under way is none.
    private static List<MetricSnapshot> threads() {
        var threads = ManagementFactory.getThreadMXBean();
        return List.of(
                gauge("jvm_threads_current", "Platform threads.", threads.getThreadCount()),
                gauge("jvm_threads_daemon", "Platform threads that are daemons.", threads.getDaemonThreadCount()),
                gauge("jvm_threads_peak", "Most platform threads at once.", threads.getPeakThreadCount()));
    }

    private static MetricSnapshot collections() {
        var points = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .sorted(Comparator.comparing(GarbageCollectorMXBean::getName))
                .map(ProcessMetrics::collection)
                .toList();
        return new SummarySnapshot(
                new MetricMetadata("jvm_gc_collection_seconds", "Time spent in garbage collections.", Unit.SECONDS),
                points);
    }

    private static SummaryDataPointSnapshot collection(GarbageCollectorMXBean collector) {
        return new SummaryDataPointSnapshot(
                Math.max(0, collector.getCollectionCount()),
                Math.max(0, collector.getCollectionTime()) / 1e3,
                Quantiles.EMPTY,
                Labels.of("gc", collector.getName()),
                Exemplars.EMPTY,
                0);
    }

    private static MetricSnapshot gauge(String name, String help, double value) {
        return Points.gauge(name, help).add(value).snapshot();
    }
}
