package nexus.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nexus.app.health.Streak.Kind;
import org.junit.jupiter.api.Test;

/// A million random steps against invariants that are stated without the machine's own arithmetic.
class StateMachineSimulationTest {

    private static final int STEPS = 1_000_000;

    private final SplittableRandom random = new SplittableRandom(20261124);
    private Thresholds thresholds = Thresholds.DEFAULT;
    private HealthState state = HealthState.INITIAL;
    /// Counted here, independently: equal results in a row, and voids in a row.
    private int successes;

    private int failures;
    private int voids;
    private int transitions;

    @Test
    void longRandomSequencesKeepTheInvariants() {
        for (int i = 0; i < STEPS; i++) {
            if (i % 10_000 == 0) {
                restart();
            }
            step();
        }
        assertTrue(transitions > 10_000, "the simulation moves: " + transitions);
    }

    private void restart() {
        thresholds = new Thresholds(1 + random.nextInt(5), 1 + random.nextInt(5));
        state = HealthState.INITIAL;
        successes = 0;
        failures = 0;
        voids = 0;
    }

    private void step() {
        int dice = random.nextInt(1000);
        if (dice < 5) {
            drain();
        } else if (dice < 15) {
            undrain();
        } else if (dice < 100) {
            voidCheck();
        } else {
            counted(dice < 550);
        }
    }

    private void drain() {
        state = state.drained();
        assertEquals(BackendStatus.DRAINING, state.status());
    }

    private void undrain() {
        var before = state;
        state = state.undrained();
        if (before.status() == BackendStatus.DRAINING) {
            assertEquals(HealthState.INITIAL, state, "lifting a drain starts from nothing");
            successes = 0;
            failures = 0;
            voids = 0;
        } else {
            assertEquals(before, state, "nothing to lift");
        }
    }

    private void voidCheck() {
        var before = state;
        state = StateMachine.next(before, StateMachineTest.outcome('v'), thresholds);
        voids++;
        if (voids < 3) {
            assertEquals(before.status(), state.status(), "a void check changes nothing");
            assertEquals(before.streak(), state.streak(), "a void check changes nothing");
        } else {
            voids = 0;
            check(before, false);
        }
    }

    private void counted(boolean success) {
        var before = state;
        state = StateMachine.next(before, StateMachineTest.outcome(success ? 's' : 'f'), thresholds);
        voids = 0;
        check(before, success);
    }

    private void check(HealthState before, boolean success) {
        successes = success ? successes + 1 : 0;
        failures = success ? 0 : failures + 1;
        var kind = success ? Kind.SUCCESS : Kind.FAILURE;
        assertEquals(new Streak(kind, success ? successes : failures), state.streak(), "an opposite outcome resets");
        if (before.status() == BackendStatus.DRAINING) {
            assertEquals(BackendStatus.DRAINING, state.status(), "Draining never moves");
            return;
        }
        if (state.status() != before.status()) {
            transitions++;
        }
        boolean enough = success ? successes >= thresholds.recovery() : failures >= thresholds.failure();
        var reached = success ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY;
        assertEquals(enough ? reached : before.status(), state.status(), "flips at its threshold, never below");
    }
}
