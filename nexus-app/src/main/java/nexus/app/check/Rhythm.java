package nexus.app.check;

import java.time.Duration;

/// When one backend is due: a pure function of its phase, so that a fleet stays evenly spread whatever
/// happened to it.
///
/// At steady state a backend has fixed slots, `(k + phase) * interval` for whole k, on the monotonic clock.
/// A change of interval, an overrun or a stall moves it to a later slot of its own, never to "now plus
/// interval": three thousand backends that come back at once come back to three thousand different slots.
/// Phases are multiples of the golden ratio modulo 1, which spread evenly for any number of backends and for
/// any regular part of them.
///
/// @param phase where in an interval the slots stand, 0 to below 1
record Rhythm(double phase) {

    private static final double GOLDEN = 0.618_033_988_749_894_8;

    /// A slot so near that it would be a second look rather than the next check, as a part of the interval.
    private static final double TOO_NEAR = 0.1;

    /// The furthest that slots move from one check to the next, as a part of the interval.
    static final double STEP = 0.05;

    /// The rhythm of the n-th backend of a fleet.
    static Rhythm of(int n) {
        return new Rhythm(n * GOLDEN % 1);
    }

    /// One step of at most [#STEP] on the shorter way to another rhythm. Between two checks that each end in
    /// time and are planned with the rhythms before and after it there is one interval, give or take that step.
    Rhythm towards(Rhythm home) {
        double way = home.phase - phase;
        way -= Math.rint(way);
        if (Math.abs(way) <= STEP) {
            return home;
        }
        double moved = phase + Math.copySign(STEP, way);
        return new Rhythm(moved - Math.floor(moved));
    }

    /// The slot that follows a check.
    ///
    /// @param planned  when the check was due, in nanoseconds
    /// @param now      when it ended, in nanoseconds
    /// @param interval positive
    /// @return planned + interval, if planned was a slot and the check ended in time; else the first slot
    ///         that is still to come and not too near to the plan
    long next(long planned, long now, Duration interval) {
        long length = interval.toNanos();
        return slotAfter(Math.max(planned + (long) (length * TOO_NEAR), now), length);
    }

    private long slotAfter(long time, long length) {
        long offset = (long) (phase * length);
        return Math.floorDiv(time - offset, length) * length + length + offset;
    }
}
