package nexus.app.demo;

import java.time.Duration;
import java.util.Random;

/// How long a stand-in thinks before it answers: mostly near the floor, now and then much longer, as real
/// servers do. Thread-safe; the same seed gives the same times.
final class Latency {

    static final Latency NONE = new Latency(0, 0, 0);

    private final double floor;
    private final double spread;
    private final Random random;

    /// @param floor  the least, in milliseconds
    /// @param spread what the slowest adds, in milliseconds
    Latency(double floor, double spread, long seed) {
        this.floor = floor;
        this.spread = spread;
        this.random = new Random(seed);
    }

    Duration next() {
        double draw = random.nextDouble();
        return Duration.ofNanos((long) ((floor + spread * draw * draw * draw) * 1e6));
    }
}
