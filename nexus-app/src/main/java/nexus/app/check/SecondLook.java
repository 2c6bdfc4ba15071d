package nexus.app.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.exchange.Break;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Lines;
import nexus.app.health.Phase;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;

/// Finds out more about a new failure that has a usual reason: a wrong `type`, or a server that is alive
/// while its list waits. Takes at most [#LIMIT] beyond the check.
final class SecondLook {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int MAX_BODY = 256 << 10;

    /// What is worth asking once the failed exchange is over.
    enum Question {
        NONE,
        WHOSE_IS_IT,
        IS_IT_ALIVE
    }

    private final Lines lines;
    private final List<BackendProbe> probes;

    SecondLook(Lines lines, List<BackendProbe> probes) {
        this.lines = lines;
        this.probes = probes;
    }

    /// What there is to find out about a failure.
    static Question question(Ending ending) {
        return switch (ending) {
            case Ending.Broken(Break why) ->
                why.kind() == Break.Kind.TIMED_OUT && why.phase() == Phase.WAIT ? Question.IS_IT_ALIVE : Question.NONE;
            case Ending.Answered(Answer answer) ->
                answer.status() == 404 || answer.isSuccess() ? Question.WHOSE_IS_IT : Question.NONE;
        };
    }

    /// The type of which an answer is typical, other than the target's own; to be asked while the answer's
    /// body stands.
    Optional<Insight> resembling(Target target, Answer answer) {
        return probes.stream()
                .filter(probe -> !probe.type().equals(target.probe().type()))
                .filter(probe -> resembles(probe, answer))
                .<Insight>map(probe -> new Insight.AnswersLike(probe.type()))
                .findFirst();
    }

    /// Asks the server once more, over new connections.
    Insight ask(Target target, Question question) {
        return switch (question) {
            case NONE -> new Insight.Nothing();
            case WHOSE_IS_IT -> otherTypesQuestions(target).orElseGet(Insight.Nothing::new);
            case IS_IT_ALIVE -> isAlive(target) ? new Insight.ListWaits() : new Insight.Nothing();
        };
    }

    private static boolean resembles(BackendProbe probe, Answer answer) {
        try {
            return probe.resembles(answer);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return false;
        }
    }

    private Optional<Insight> otherTypesQuestions(Target target) {
        var deadline = Deadline.after(LIMIT);
        return probes.stream()
                .map(probe -> probe.question().path())
                .distinct()
                .filter(path -> !path.equals(target.path()))
                .flatMap(path -> askedLike(target, path, deadline).stream())
                .findFirst();
    }

    private Optional<Insight> askedLike(Target target, String path, Deadline deadline) {
        try (var line = lines.to(target.endpoint())) {
            return line.ask(target.asking(path), MAX_BODY, deadline) instanceof Ending.Answered(Answer answer)
                    ? resembling(target, answer)
                    : Optional.empty();
        }
    }

    private boolean isAlive(Target target) {
        try (var line = lines.to(target.endpoint())) {
            return line.ask(target.asking("/"), MAX_BODY, Deadline.after(LIMIT)) instanceof Ending.Answered;
        }
    }
}
