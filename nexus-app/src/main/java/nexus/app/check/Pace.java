package nexus.app.check;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import nexus.app.config.Timing;

/// How much a fleet may do at a time: how many checks may wait for their thread's first turn, and, at a start,
/// how many connections may be made in a second, wherever that begins. Belongs to the ticker's thread, but for
/// [#follow].
///
/// What counts is connections, not checks: second looks, second addresses and follow-ups are some too. The last
/// second of them is kept in slices.
final class Pace {

    /// The least pace of a fleet. A little below [Intervals#STARTS_PER_SECOND]: a machine that takes calls late
    /// takes those of more than a second in one.
    static final int CONNECTIONS_PER_SECOND = Intervals.STARTS_PER_SECOND / 40 * 39;

    private static final double HEADROOM = 1.25;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SLICES = (int) (SECOND / Ticker.STEP) + 1;
    /// What the pace has for so many steps: on a busy machine the ticker wakes late, and must not lose checks by it.
    private static final int CROWD_STEPS = 5;

    /// Connections made in each slice of the last second, the present one included, and in all of them.
    private final int[] made = new int[SLICES];

    private int within;
    private long present;
    private long knownBegun;
    private long knownMore;
    private volatile int perSecond;

    /// @param perSecond the most connections in a second, positive
    Pace(int perSecond) {
        this.perSecond = perSecond;
    }

    /// The pace of a fleet: what its steady state needs with some headroom, at least
    /// [#CONNECTIONS_PER_SECOND].
    static int of(Collection<Timing> fleet) {
        double steady = fleet.stream()
                .mapToDouble(timing -> perSecond(timing.interval()))
                .sum();
        return (int) Math.clamp(HEADROOM * steady, CONNECTIONS_PER_SECOND, Integer.MAX_VALUE);
    }

    /// From now on it is this; any thread may say so.
    void follow(int perSecond) {
        this.perSecond = perSecond;
    }

    /// How many checks may wait for their thread's first turn.
    int crowd() {
        return Math.max(1, (int) ((long) perSecond * CROWD_STEPS * Ticker.STEP / SECOND));
    }

    /// How many checks may still begin; negative if there were too many connections. To be asked in each step:
    /// what was made since the last one counts as made now.
    ///
    /// @param now      in nanoseconds, never before the last call's
    /// @param begun    how many checks ever began, with one connection each
    /// @param calls    how many connections were ever made
    /// @param starting whether those beyond the first of a check count: where all are known, nobody must be late
    ///                 for others that are called twice
    int left(long now, long begun, long calls, boolean starting) {
        long slice = Math.floorDiv(now, Ticker.STEP);
        for (long gone = Math.max(present + 1, slice - SLICES + 1); gone <= slice; gone++) {
            count(gone, -made[place(gone)]);
        }
        long more = calls - begun;
        count(slice, (int) (begun - knownBegun + (starting ? more - knownMore : 0)));
        present = slice;
        knownBegun = begun;
        knownMore = more;
        return perSecond - within;
    }

    private void count(long slice, int more) {
        made[place(slice)] += more;
        within += more;
    }

    private static int place(long slice) {
        return Math.floorMod(slice, SLICES);
    }

    private static double perSecond(Duration interval) {
        return (double) SECOND / interval.toNanos();
    }
}
