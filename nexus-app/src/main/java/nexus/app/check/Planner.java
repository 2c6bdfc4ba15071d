package nexus.app.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.config.Timing;
import nexus.app.health.BackendStatus;
import nexus.app.health.HealthState;

/// Plans turns, and tells the registry when the next check is to come. Thread-safe; who plans a turn is the
/// thread that it belongs to.
final class Planner implements Agenda.Plan {

    /// Who takes longer than this part of the interval keeps its phase: a step back could cost it a slot.
    private static final double SLOW = 0.9;

    private final Clock clock;
    private volatile int fleet;

    Planner(Clock clock) {
        this.clock = clock;
    }

    /// How many backends are checked, from now on.
    void fleet(int size) {
        fleet = size;
    }

    /// Plans the first checks of these: at once, spread like a start.
    void begin(List<Turn> turns) {
        long now = clock.nanos();
        for (int i = 0; i < turns.size(); i++) {
            turns.get(i).begin(now + Intervals.first(i).toNanos());
            announce(turns.get(i));
        }
    }

    /// Plans the check that follows the one that has just ended.
    void next(Turn turn) {
        long now = clock.nanos();
        turn.skipped = false;
        turn.hurried = false;
        var state = turn.backend.snapshot().state();
        var timing = timing(turn);
        var interval = Intervals.of(state, timing, fleet);
        if (state.status() == BackendStatus.UNKNOWN) {
            turn.rhythm = turn.home; // it has no slots yet that could be kept
        } else if (turn.rhythm != turn.home && now - turn.planned < SLOW * interval.toNanos()) {
            turn.rhythm = turn.rhythm.towards(turn.home);
        }
        turn.plan(following(turn, turn.planned, state, interval, now));
        announce(turn);
    }

    /// One without slots yet is not skipped: it starts as soon as the pace allows, those that succeeded first.
    @Override
    public void skip(Turn turn, long now) {
        var state = turn.backend.snapshot().state();
        if (state.status() != BackendStatus.UNKNOWN) {
            turn.plan(turn.rhythm.next(turn.planned, now, Intervals.of(state, turn.timed, fleet)));
            announce(turn);
        }
    }

    @Override
    public void review(Turn turn, long now) {
        long earlier = turn.planned;
        if (turn.timed != turn.target.config().timing()) {
            earlier = Math.min(earlier, retimed(turn, now));
        }
        if (turn.isAsked()) {
            turn.hurried = true;
            earlier = Math.min(earlier, now);
        }
        if (earlier < turn.planned) {
            turn.planned = earlier;
            announce(turn);
        }
    }

    /// Where the new timing puts a turn, if it is a shorter one.
    private long retimed(Turn turn, long now) {
        var state = turn.backend.snapshot().state();
        var before = Intervals.of(state, turn.timed, fleet);
        var interval = Intervals.of(state, timing(turn), fleet);
        return interval.compareTo(before) < 0 ? following(turn, turn.last, state, interval, now) : turn.planned;
    }

    /// The timing that holds now; slots of another interval begin at home.
    private static Timing timing(Turn turn) {
        var timing = turn.target.config().timing();
        if (!timing.interval().equals(turn.timed.interval())) {
            turn.rhythm = turn.home;
        }
        turn.timed = timing;
        return timing;
    }

    /// @param last when the check before it was planned
    private static long following(Turn turn, long last, HealthState state, Duration interval, long now) {
        // Not yet in its slots: the start has a rhythm of its own, no faster than the fleet allows.
        return state.status() == BackendStatus.UNKNOWN
                ? Math.max(last + interval.toNanos(), now)
                : turn.rhythm.next(last, now, interval);
    }

    private void announce(Turn turn) {
        turn.backend.plan(Optional.of(clock.instant().plusNanos(turn.planned - clock.nanos())));
    }
}
