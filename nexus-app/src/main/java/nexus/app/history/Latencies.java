package nexus.app.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How long checks took, counted in buckets that grow by a fifth, so that quantiles of a minute add up to those of a
/// month; a quantile is right to 10 %. Immutable.
public final class Latencies {

    public static final Latencies NONE = new Latencies(new int[0]);

    /// Bounds grow by the fourth root of two.
    private static final int BUCKETS_A_DOUBLING = 4;
    /// From a microsecond to more than an hour.
    public static final int BUCKETS = 32 * BUCKETS_A_DOUBLING;
    private static final double NANOS_PER_MICRO = 1000;

    /// By bucket; those beyond the last that is not 0 are left out.
    private final int[] counts;

    private Latencies(int[] counts) {
        this.counts = counts;
    }

    /// The bucket that a time belongs to: 0 to 127.
    ///
    /// @param nanos negative or too long ones go to the first or last bucket
    public static int bucket(long nanos) {
        double micros = Math.max(1, nanos / NANOS_PER_MICRO);
        int bucket = (int) (Math.log(micros) / Math.log(2) * BUCKETS_A_DOUBLING);
        return Math.min(bucket, BUCKETS - 1);
    }

    /// @param counts by bucket; at most 128, none negative
    public static Latencies of(int[] counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return length == 0 ? NONE : new Latencies(Arrays.copyOf(counts, length));
    }

    /// By bucket; a copy.
    public int[] counts() {
        return counts.clone();
    }

    public Latencies plus(Latencies other) {
        int[] sum = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int i = 0; i < other.counts.length; i++) {
            sum[i] += other.counts[i];
        }
        return of(sum);
    }

    public long count() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /// The time that this share of the checks did not exceed.
    ///
    /// @param share above 0, at most 1
    /// @return empty if nothing was counted
    public Optional<Duration> quantile(double share) {
        long rank = (long) Math.ceil(share * count());
        for (int i = 0; i < counts.length; i++) {
            rank -= counts[i];
            if (rank <= 0) {
                return Optional.of(middle(i));
            }
        }
        return Optional.empty();
    }

    private static Duration middle(int bucket) {
        double micros = Math.pow(2, (bucket + 0.5) / BUCKETS_A_DOUBLING);
        return Duration.ofNanos(Math.round(micros * NANOS_PER_MICRO));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Latencies[count=" + count() + ", median=" + quantile(0.5).orElse(Duration.ZERO) + "]";
    }
}
