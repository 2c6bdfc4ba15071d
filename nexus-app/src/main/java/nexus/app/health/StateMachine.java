package nexus.app.health;

import nexus.app.health.Streak.Kind;

/// The transitions of a backend's health: one pure function.
///
/// | from      | outcome                                  | to        |
/// |-----------|------------------------------------------|-----------|
/// | Unknown   | success, `recovery` in a row             | Healthy   |
/// | Unknown   | failure, `failure` in a row              | Unhealthy |
/// | Healthy   | failure, `failure` in a row              | Unhealthy |
/// | Unhealthy | success, `recovery` in a row             | Healthy   |
/// | Draining  | any                                      | Draining  |
/// | any       | void, fewer than [#VOIDS_IN_A_ROW]       | unchanged |
/// | any       | void, the [#VOIDS_IN_A_ROW]th in a row   | as the failure that it looks like |
///
/// Everything else leaves the status and lengthens or restarts the streak.
public final class StateMachine {

    /// The void check in a row that counts: an observer that is at fault for ever must not hide a dead backend.
    public static final int VOIDS_IN_A_ROW = 3;

    private StateMachine() {}

    /// The state after one more check.
    public static HealthState next(HealthState state, Outcome outcome, Thresholds thresholds) {
        return switch (outcome) {
            case Outcome.Success _ -> counted(state, Kind.SUCCESS, thresholds);
            case Outcome.Failure _ -> counted(state, Kind.FAILURE, thresholds);
            case Outcome.Void _ ->
                counts(state, outcome)
                        ? counted(state, Kind.FAILURE, thresholds)
                        : new HealthState(state.status(), state.streak(), state.voids() + 1);
        };
    }

    /// Whether this outcome is evidence in this state; only early voids are none.
    public static boolean counts(HealthState state, Outcome outcome) {
        return !(outcome instanceof Outcome.Void) || state.voids() + 1 == VOIDS_IN_A_ROW;
    }

    private static HealthState counted(HealthState state, Kind kind, Thresholds thresholds) {
        var streak = state.streak().plus(kind);
        return new HealthState(statusAfter(state.status(), streak, thresholds), streak, 0);
    }

    private static BackendStatus statusAfter(BackendStatus status, Streak streak, Thresholds thresholds) {
        if (status == BackendStatus.DRAINING || streak.length() < streak.needed(thresholds)) {
            return status;
        }
        return streak.kind() == Kind.SUCCESS ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY;
    }
}
