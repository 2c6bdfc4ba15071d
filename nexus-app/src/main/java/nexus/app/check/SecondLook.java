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

    /// The types of which an answer is typical, other than the target's own; to be asked while the answer's
    /// body stands.
    List<BackendProbe> suspects(Target target, Answer answer) {
        return TypeSearch.suspects(resemblance, target, answer);
    }

    /// Asks the server once more, over new connections.
    ///
    /// @param suspects whose the failed answer may be
    /// @return empty: not now, too many are being asked
    Optional<Insight> ask(Target target, Question question, List<BackendProbe> suspects) {
        return switch (question) {
            case NONE -> Optional.of(new Insight.Nothing());
            case WHOSE_IS_IT ->
                mayCall(resemblance.decidingPaths().size() + 1)
                        ? Optional.of(otherType(target, suspects))
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

    private Insight otherType(Target target, List<BackendProbe> suspects) {
        try (var round = new Round(lines.to(target.endpoint()), target.config(), Deadline.after(LIMIT))) {
            return new TypeSearch(resemblance, target, round)
                    .find(suspects)
                    .<Insight>map(Insight.AnswersLike::new)
                    .orElseGet(Insight.Nothing::new);
        }
    }

    private boolean isAlive(Target target) {
        try (var line = lines.to(target.endpoint())) {
            return line.ask(target.asking("/"), Round.MAX_BODY, Deadline.after(LIMIT)) instanceof Ending.Answered;
        }
    }
}
