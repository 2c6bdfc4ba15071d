package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.atomic.LongAdder;

/// How long something took, counted into buckets. Thread-safe; to add costs two additions that don't contend.
final class Durations {

    private static final double NANOS_PER_SECOND = 1e9;
    /// In nanoseconds: from half a millisecond, a name on the same network, to the longest timeout that is usual.
    private static final long[] BOUNDS = {
        500_000L,
        1_000_000L,
        2_500_000L,
        5_000_000L,
        10_000_000L,
        25_000_000L,
        50_000_000L,
        100_000_000L,
        250_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sum = new LongAdder();

    Durations() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    void add(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(nanos);
    }

    /// @param labels name, value, name, value
    HistogramDataPointSnapshot point(String... labels) {
        var bounds = new double[buckets.length];
        var counts = new long[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            bounds[i] = i < BOUNDS.length ? BOUNDS[i] / NANOS_PER_SECOND : Double.POSITIVE_INFINITY;
            counts[i] = buckets[i].sum();
        }
        return new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(bounds, counts),
                sum.sum() / NANOS_PER_SECOND,
                Labels.of(labels),
                Exemplars.EMPTY,
                0);
    }
}
