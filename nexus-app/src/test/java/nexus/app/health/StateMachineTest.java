package nexus.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import nexus.app.health.CheckError.ConnectionFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The transition table: one row a path, `s` a success, `f` a failure, `v` a void check, `D` drain, `U` undrain.
class StateMachineTest {

    @ParameterizedTest(name = "{0}, thresholds {1}/{2}: {3}")
    @CsvSource({
        // path, failure threshold, recovery threshold, status after each step
        "s,       3, 2, Unknown",
        "ss,      3, 2, Unknown Healthy",
        "f,       3, 2, Unknown",
        "ff,      3, 2, Unknown Unknown",
        "fff,     3, 2, Unknown Unknown Unhealthy",
        "sfs,     3, 2, Unknown Unknown Unknown",
        "sfss,    3, 2, Unknown Unknown Unknown Healthy",
        "ssff,    3, 2, Unknown Healthy Healthy Healthy",
        "ssfff,   3, 2, Unknown Healthy Healthy Healthy Unhealthy",
        "ssffsff, 3, 2, Unknown Healthy Healthy Healthy Healthy Healthy Healthy",
        "fffs,    3, 2, Unknown Unknown Unhealthy Unhealthy",
        "fffss,   3, 2, Unknown Unknown Unhealthy Unhealthy Healthy",
        "fffsfs,  3, 2, Unknown Unknown Unhealthy Unhealthy Unhealthy Unhealthy",
        "s,       1, 1, Healthy",
        "f,       1, 1, Unhealthy",
        "sfsf,    1, 1, Healthy Unhealthy Healthy Unhealthy",
        "ssfff,   2, 2, Unknown Healthy Healthy Unhealthy Unhealthy",
        "ssD,     3, 2, Unknown Healthy Draining",
        "ssDffff, 3, 2, Unknown Healthy Draining Draining Draining Draining Draining",
        "ssDsU,   3, 2, Unknown Healthy Draining Draining Unknown",
        "DUs,     3, 2, Draining Unknown Unknown",
        "DUss,    3, 2, Draining Unknown Unknown Healthy",
        "ssU,     3, 2, Unknown Healthy Healthy",
        "ssvv,    3, 2, Unknown Healthy Healthy Healthy",
        "ssvvv,   1, 2, Unknown Healthy Healthy Healthy Unhealthy",
        "ssvvsvv, 1, 2, Unknown Healthy Healthy Healthy Healthy Healthy Healthy",
        "ffvf,    3, 2, Unknown Unknown Unknown Unhealthy",
        "svs,     3, 2, Unknown Unknown Healthy",
    })
    void aPathOfOutcomesLeadsThroughTheseStates(String path, int failure, int recovery, String expected) {
        // given
        var thresholds = new Thresholds(failure, recovery);
        var state = HealthState.INITIAL;
        var visited = new StringBuilder();

        // when
        for (char step : path.strip().toCharArray()) {
            state = step(state, step, thresholds);
            visited.append(' ').append(state.status().label());
        }

        // then
        assertEquals(expected, visited.substring(1));
    }

    private static HealthState step(HealthState state, char step, Thresholds thresholds) {
        return switch (step) {
            case 'D' -> state.drained();
            case 'U' -> state.undrained();
            default -> StateMachine.next(state, outcome(step), thresholds);
        };
    }

    static Outcome outcome(char step) {
        var error = new ConnectionFailed("refused", "start it");
        return switch (step) {
            case 's' -> new Outcome.Success(Optional.empty());
            case 'f' -> new Outcome.Failure(error);
            case 'v' -> new Outcome.Void("out of file descriptors", error);
            default -> throw new IllegalArgumentException(Arrays.toString(new char[] {step}));
        };
    }
}
