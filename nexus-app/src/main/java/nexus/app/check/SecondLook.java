package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import nexus.app.exchange.Break;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Lines;
import nexus.app.health.Phase;
import nexus.spi.Answer;

/// Finds out more about a new failure that has a usual reason: a wrong `type`, or a server that is alive
/// while its list waits. Takes at most [#LIMIT] beyond the check, and makes about a tenth of the connections
/// that a fleet may start with: when thousands fail at once, most are asked at a later failure.
final class SecondLook {

    /// How many connections all second looks together make in a second, about.
    static final int PER_SECOND = Intervals.STARTS_PER_SECOND / 10;

    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// What is worth asking once the failed exchange is over.
    enum Question {
        NONE,
        WHOSE_IS_IT,
        IS_IT_ALIVE
    }

    private final Lines lines;
    private final Resemblance resemblance;
    private final Allowance connections = new Allowance(PER_SECOND);

    SecondLook(Lines lines, Resemblance resemblance) {
        this.lines = lines;
        this.resemblance = resemblance;
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
        return resemblance.of(answer).stream()
                .filter(type -> !type.equals(target.probe().type()))
                .<Insight>map(Insight.AnswersLike::new)
                .findFirst();
    }

    /// Asks the server once more, over new connections.
    ///
    /// @return empty: not now, too many are being asked
    Optional<Insight> ask(Target target, Question question) {
        return switch (question) {
            case NONE -> Optional.of(new Insight.Nothing());
            case WHOSE_IS_IT ->
                mayCall(resemblance.decidingPaths().size())
                        ? Optional.of(otherTypesQuestions(target).orElseGet(Insight.Nothing::new))
                        : Optional.empty();
            case IS_IT_ALIVE ->
                mayCall(1)
                        ? Optional.of(isAlive(target) ? new Insight.ListWaits() : new Insight.Nothing())
                        : Optional.empty();
        };
    }

    private boolean mayCall(int times) {
        return connections.take(times, lines.nanoTime().getAsLong());
    }

    private Optional<Insight> otherTypesQuestions(Target target) {
        try (var round = new Round(lines.to(target.endpoint()), target.config(), Deadline.after(LIMIT))) {
            for (String path : resemblance.decidingPaths()) {
                var ending = path.equals(target.path()) ? Optional.<Ending>empty() : round.ask(path);
                if (ending.isPresent() && ending.get() instanceof Ending.Answered(Answer answer)) {
                    var insight = resembling(target, answer);
                    if (insight.isPresent()) {
                        return insight;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private boolean isAlive(Target target) {
        try (var line = lines.to(target.endpoint())) {
            return line.ask(target.asking("/"), Round.MAX_BODY, Deadline.after(LIMIT)) instanceof Ending.Answered;
        }
    }
}
