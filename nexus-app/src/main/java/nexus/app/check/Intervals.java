package nexus.app.check;

import java.time.Duration;
import nexus.app.config.Timing;
import nexus.app.health.HealthState;
import nexus.app.health.Streak;

/// Which interval applies in which state, and how a fleet's start is stretched.
public final class Intervals {

    /// So many checks are planned in a second while a fleet is still unknown; a little fewer start ([Pace]).
    static final int STARTS_PER_SECOND = 4000;

    private Intervals() {}

    /// The time to the next check of a backend in this state; a void check is soon done again.
    ///
    /// @param fleet how many backends are checked, which stretches the start of large fleets
    public static Duration of(HealthState state, Timing timing, int fleet) {
        if (state.voids() > 0) {
            return startup(timing, fleet);
        }
        return switch (state.status()) {
            case UNKNOWN -> startup(timing, fleet);
            case HEALTHY -> state.streak().kind() == Streak.Kind.FAILURE ? timing.transition() : timing.interval();
            case UNHEALTHY -> state.streak().kind() == Streak.Kind.SUCCESS ? timing.transition() : timing.down();
            case DRAINING -> timing.interval();
        };
    }

    /// When the first check of the n-th backend that came is due: at once, but no more than
    /// [#STARTS_PER_SECOND] in a second.
    static Duration first(int n) {
        return Duration.ofSeconds(1).dividedBy(STARTS_PER_SECOND).multipliedBy(n);
    }

    private static Duration startup(Timing timing, int fleet) {
        var stretched = Duration.ofSeconds(1).dividedBy(STARTS_PER_SECOND).multipliedBy(fleet);
        return stretched.compareTo(timing.startup()) > 0 ? stretched : timing.startup();
    }
}
