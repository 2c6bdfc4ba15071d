package nexus.app.explain;

import java.time.Instant;
import java.util.Optional;
import nexus.app.check.Intervals;
import nexus.app.explain.Explanation.StreakWords;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.health.HealthState;
import nexus.app.health.Outcome;
import nexus.app.health.StateMachine;
import nexus.app.health.Streak.Kind;
import nexus.app.registry.BackendSnapshot;

/// What the streak means, and when the status can change at the earliest: the state machine itself is asked, with
/// checks at the times at which they would be.
final class StreakSentence {

    private static final Outcome GOOD = new Outcome.Success(Optional.empty());
    private static final Outcome BAD = new Outcome.Failure(new ConnectionFailed("", ""));

    private final BackendSnapshot backend;
    private final Circumstances around;

    private StreakSentence(BackendSnapshot backend, Circumstances around) {
        this.backend = backend;
        this.around = around;
    }

    /// So many more equal checks, of which the last is due at that time.
    private record Turn(int checks, Optional<Instant> at) {}

    /// Empty where no check can change anything.
    static Optional<StreakWords> of(BackendSnapshot backend, Circumstances around) {
        var sentence = new StreakSentence(backend, around);
        return switch (backend.status()) {
            case HEALTHY -> Optional.of(sentence.whileHealthy());
            case UNHEALTHY -> Optional.of(sentence.whileUnhealthy());
            case UNKNOWN -> Optional.of(sentence.whileUnknown());
            case DRAINING -> Optional.empty();
        };
    }

    private StreakWords whileHealthy() {
        if (kind() == Kind.FAILURE) {
            return towards(BAD, failures(), "unhealthy");
        }
        int needed = backend.config().thresholds().failure();
        String failures = needed == 1 ? "one failure turns" : needed + " failures in a row turn";
        return new StreakWords(goodOnes() + "; " + failures + " it unhealthy", Optional.empty());
    }

    private StreakWords whileUnhealthy() {
        if (kind() == Kind.SUCCESS) {
            return towards(GOOD, goodOnes(), "healthy");
        }
        var turn = until(GOOD);
        String good = turn.checks() == 1 ? "one good check turns" : turn.checks() + " good checks turn";
        return new StreakWords(failures() + "; " + good + " it healthy", turn.at());
    }

    private StreakWords whileUnknown() {
        return switch (kind()) {
            case SUCCESS -> towards(GOOD, goodOnes(), "healthy");
            case FAILURE -> towards(BAD, failures(), "unhealthy");
            case NONE ->
                new StreakWords(
                        "none yet; " + inARow(backend.config().thresholds().recovery(), "good check") + " it healthy, "
                                + inARow(backend.config().thresholds().failure(), "failure") + " it unhealthy",
                        Optional.empty());
        };
    }

    private StreakWords towards(Outcome more, String soFar, String status) {
        var turn = until(more);
        String words = turn.checks() == 1 ? "one more turns" : turn.checks() + " more turn";
        return new StreakWords(soFar + "; " + words + " it " + status, turn.at());
    }

    private Turn until(Outcome outcome) {
        HealthState state = backend.state();
        BackendStatus status = state.status();
        var config = backend.config();
        Optional<Instant> at = backend.nextCheck().map(next -> next.isBefore(around.now()) ? around.now() : next);
        for (int checks = 1; ; checks++) {
            state = StateMachine.next(state, outcome, config.thresholds());
            if (state.status() != status) {
                return new Turn(checks, at);
            }
            var pause = Intervals.of(state, config.timing(), around.fleet());
            at = at.map(time -> time.plus(pause));
        }
    }

    private Kind kind() {
        return backend.state().streak().kind();
    }

    private String failures() {
        return counted("failure", backend.config().thresholds().failure());
    }

    private String goodOnes() {
        return counted("good check", backend.config().thresholds().recovery());
    }

    /// `2 of 3 failures` on the way to a change, `22 failures in a row` past it.
    private String counted(String what, int needed) {
        int length = backend.state().streak().length();
        if (length < needed) {
            return length + " of " + needed + " " + what + "s";
        }
        return length == 1 ? "1 " + what : length + " " + what + "s in a row";
    }

    private static String inARow(int count, String what) {
        return count == 1 ? "one " + what + " turns" : count + " " + what + "s in a row turn";
    }
}
