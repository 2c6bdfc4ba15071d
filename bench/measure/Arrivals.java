package measure;

import fleet.Behaviour;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// When checks arrived, as the fleet saw it: for each stand-in the times of accept, in order, in nanoseconds.
final class Arrivals {
    private static final double NANOS_A_MILLI = 1e6;

    private final Map<Integer, long[]> byStandIn;

    private Arrivals(Map<Integer, long[]> byStandIn) {
        this.byStandIn = byStandIn;
    }

    static Arrivals read(Path file) throws IOException {
        var all = new HashMap<Integer, LongStream.Builder>();
        long entries = Files.size(file) / (Integer.BYTES + Long.BYTES);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (long i = 0; i < entries; i++) {
                all.computeIfAbsent(in.readInt(), _ -> LongStream.builder()).add(in.readLong());
            }
        }
        var arrays = new HashMap<Integer, long[]>();
        all.forEach((standIn, times) -> arrays.put(standIn, times.build().toArray()));
        return new Arrivals(arrays);
    }

    /// Only those of stand-ins that always answer at once.
    Arrivals ofHealthy(int hostilePercent) {
        var healthy = new HashMap<>(byStandIn);
        healthy.keySet().removeIf(i -> Behaviour.of(i, hostilePercent) != Behaviour.HEALTHY);
        return new Arrivals(healthy);
    }

    /// How many of so many planned checks were made; more than planned (two ends of a window) counts as all.
    double madeOf(int standIns, long planned) {
        long made = byStandIn.values().stream().mapToLong(t -> Math.min(t.length, planned)).sum();
        return (double) made / ((double) standIns * planned);
    }

    /// The least number of checks any stand-in of so many got.
    int fewest(int standIns) {
        return byStandIn.size() < standIns
                ? 0
                : byStandIn.values().stream().mapToInt(t -> t.length).min().orElse(0);
    }

    /// Milliseconds by which each arrival is behind an even rhythm of `interval`, whose phase is that of the
    /// stand-in's earliest arrival relative to it. What is the same for all arrivals of a stand-in can't be seen.
    Spread lateness(double intervalSeconds) {
        double interval = intervalSeconds * 1e9;
        return Spread.of(byStandIn.values().stream().flatMapToDouble(t -> behind(t, interval)).toArray());
    }

    private static DoubleStream behind(long[] times, double interval) {
        double[] residues = Arrays.stream(times)
                .mapToDouble(t -> (t - times[0]) - interval * Math.round((t - times[0]) / interval))
                .toArray();
        double earliest = Arrays.stream(residues).min().orElse(0);
        return Arrays.stream(residues).map(r -> (r - earliest) / NANOS_A_MILLI);
    }

    /// Milliseconds by which the gap between two arrivals differs from the interval, either way.
    Spread gapError(double intervalSeconds) {
        double interval = intervalSeconds * 1e9;
        return Spread.of(byStandIn.values().stream()
                .flatMapToDouble(t -> java.util.stream.IntStream.range(1, t.length)
                        .mapToDouble(i -> Math.abs(t[i] - t[i - 1] - interval) / NANOS_A_MILLI))
                .toArray());
    }

    /// The most arrivals in any one second.
    int mostInASecond() {
        long[] all = byStandIn.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
        int most = 0;
        for (int from = 0, to = 0; to < all.length; to++) {
            while (all[to] - all[from] >= 1_000_000_000L) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /// Seconds from the first arrival of all to the last stand-in's first; NaN if nothing came.
    double secondsUntilAllSeen() {
        var firsts = byStandIn.values().stream().mapToLong(t -> t[0]).summaryStatistics();
        return firsts.getCount() == 0 ? Double.NaN : (firsts.getMax() - firsts.getMin()) / 1e9;
    }

    /// When the first check of all came, in nanoseconds of `System.nanoTime()`.
    long first() {
        return byStandIn.values().stream().mapToLong(t -> t[0]).min().orElse(System.nanoTime());
    }
}
