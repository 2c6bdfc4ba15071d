package nexus.app.health;

import java.util.Objects;

/// What follows from all checks of a backend so far.
///
/// @param status what Nexus believes
/// @param streak the run of equal results for or against it
/// @param voids  void checks in a row, 0 to [StateMachine#VOIDS_IN_A_ROW] - 1
public record HealthState(BackendStatus status, Streak streak, int voids) {

    /// Where every backend starts.
    public static final HealthState INITIAL = new HealthState(BackendStatus.UNKNOWN, Streak.NONE, 0);

    public HealthState {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(streak, "streak");
        if (voids < 0 || voids >= StateMachine.VOIDS_IN_A_ROW) {
            throw new IllegalArgumentException("voids: " + voids);
        }
    }

    /// The operator takes the backend out of service.
    public HealthState drained() {
        return new HealthState(BackendStatus.DRAINING, streak, voids);
    }

    /// The operator puts a draining backend back: it has to prove itself anew.
    public HealthState undrained() {
        return status == BackendStatus.DRAINING ? INITIAL : this;
    }
}
