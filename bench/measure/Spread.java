package measure;

import java.util.Arrays;
import java.util.Locale;

/// The spread of some milliseconds.
record Spread(int samples, double p50, double p99, double max) {
    static Spread of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? new Spread(0, Double.NaN, Double.NaN, Double.NaN)
                : new Spread(sorted.length, at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    @Override
    public String toString() {
        return samples == 0 ? "-" : String.format(Locale.ROOT, "%.1f / %.1f / %.1f", p50, p99, max);
    }
}
