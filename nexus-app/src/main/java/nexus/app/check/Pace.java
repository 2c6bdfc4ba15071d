package nexus.app.check;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import nexus.app.config.Timing;

/// How many checks may start: a bucket that fills at the fleet's own pace and holds a tenth of a second's
/// worth, so that a start, or a return from a stall, is no burst. Belongs to the ticker's thread, but for
/// [#follow].
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double DEPTH_SECONDS = 0.1;
    private static final double HEADROOM = 1.25;

    private volatile double perSecond;
    private double tokens;
    private long filled;

    /// @param perSecond the most starts in a second, positive
    Pace(double perSecond) {
        this.perSecond = perSecond;
        this.tokens = depth();
    }

    /// The pace of a fleet: what its steady state needs with some headroom, at least
    /// [Intervals#STARTS_PER_SECOND].
    static double of(Collection<Timing> fleet) {
        double steady = fleet.stream()
                .mapToDouble(timing -> perSecond(timing.interval()))
                .sum();
        return Math.max(Intervals.STARTS_PER_SECOND, HEADROOM * steady);
    }

    /// From now on it is this; any thread may say so.
    void follow(double perSecond) {
        this.perSecond = perSecond;
    }

    /// How many may start now; call [#started] for those that do.
    int allowed(long now) {
        // The first call has no past to fill from.
        tokens = filled == 0 ? tokens : Math.min(depth(), tokens + perSecond * (now - filled) / SECOND);
        filled = now;
        return (int) tokens;
    }

    void started(int checks) {
        tokens -= checks;
    }

    /// How many may start at once.
    double depth() {
        return Math.max(1, perSecond * DEPTH_SECONDS);
    }

    private static double perSecond(Duration interval) {
        return (double) SECOND / interval.toNanos();
    }
}
