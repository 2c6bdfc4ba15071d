package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One metric while its points are gathered. For one thread.
///
/// The library sorts points and refuses those that are there twice; points that come in the order of their labels
/// cost it little.
final class Points<P extends DataPointSnapshot> {

    private final BiFunction<Double, Labels, P> point;
    private final Function<Collection<P>, MetricSnapshot> whole;
    private final List<P> points = new ArrayList<>();

    private Points(BiFunction<Double, Labels, P> point, Function<Collection<P>, MetricSnapshot> whole) {
        this.point = point;
        this.whole = whole;
    }

    static Points<GaugeDataPointSnapshot> gauge(String name, String help) {
        return gauge(new MetricMetadata(name, help));
    }

    /// @param name ends with the unit
    static Points<GaugeDataPointSnapshot> gauge(String name, Unit unit, String help) {
        return gauge(new MetricMetadata(name, help, unit));
    }

    private static Points<GaugeDataPointSnapshot> gauge(MetricMetadata metadata) {
        return new Points<>(
                (value, labels) -> new GaugeDataPointSnapshot(value, labels, null),
                points -> new GaugeSnapshot(metadata, points));
    }

    /// @param name without `_total`
    static Points<CounterDataPointSnapshot> counter(String name, String help) {
        return counter(new MetricMetadata(name, help));
    }

    /// @param name ends with the unit, without `_total`
    static Points<CounterDataPointSnapshot> counter(String name, Unit unit, String help) {
        return counter(new MetricMetadata(name, help, unit));
    }

    private static Points<CounterDataPointSnapshot> counter(MetricMetadata metadata) {
        return new Points<>(
                (value, labels) -> new CounterDataPointSnapshot(value, labels, null, 0),
                points -> new CounterSnapshot(metadata, points));
    }

    /// @param labels name, value, name, value; the names in alphabetical order
    Points<P> add(double value, String... labels) {
        points.add(point.apply(value, Labels.of(labels)));
        return this;
    }

    MetricSnapshot snapshot() {
        return whole.apply(points);
    }
}
