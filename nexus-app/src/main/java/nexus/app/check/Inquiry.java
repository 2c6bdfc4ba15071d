package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Line;
import nexus.app.exchange.Lines;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;
import nexus.spi.Answer;

/// One look at one backend: the deciding question, then the follow-ups, judged; after a new kind of failure
/// a second look. Straight blocking code for a virtual thread.
final class Inquiry {

    /// What all follow-ups of a check may take together.
    private static final Duration FOLLOW_UPS = Duration.ofSeconds(1);

    private final Lines lines;
    private final SecondLook secondLook;

    Inquiry(Lines lines, SecondLook secondLook) {
        this.lines = lines;
        this.secondLook = secondLook;
    }

    /// What a look came to.
    ///
    /// @param phases  of the deciding question alone
    /// @param brokeIn where the exchange stood, if it broke
    /// @param known   what was found out about the failure, for the next look
    record Found(Outcome outcome, PhaseTimes phases, Optional<Phase> brokeIn, Insight.Known known) {}

    /// The deciding exchange once it is over.
    private record First(
            Outcome outcome,
            PhaseTimes phases,
            Optional<Phase> brokeIn,
            Optional<Insight> insight,
            SecondLook.Question open) {}

    /// @param known what the last look found out
    Found ask(Target target, Insight.Known known) {
        // The second look comes when the first connection is closed and its buffers are given back.
        First first = first(target, known);
        if (!(first.outcome() instanceof Outcome.Failure(CheckError error))) {
            return new Found(first.outcome(), first.phases(), first.brokeIn(), Insight.Known.NONE);
        }
        var insight = first.insight().orElseGet(() -> secondLook.ask(target, first.open()));
        return new Found(
                new Outcome.Failure(insight.explain(error)),
                first.phases(),
                first.brokeIn(),
                new Insight.Known(error.text(), insight));
    }

    private First first(Target target, Insight.Known known) {
        var deadline = Deadline.after(target.timeout());
        try (Line line = lines.to(target.endpoint())) {
            var ending = line.ask(target.question(), target.maxBodyBytes(), deadline);
            var phases = line.phases();
            var verdict = new Verdict(target);
            var outcome = verdict.of(ending, phases);
            if (line.saidMore()) {
                outcome = verdict.cutTooEarly(outcome);
            }
            if (outcome instanceof Outcome.Success success) {
                outcome = followUps(target, line, verdict, success, deadline);
                return new First(
                        outcome,
                        phases,
                        Optional.empty(),
                        Optional.of(new Insight.Nothing()),
                        SecondLook.Question.NONE);
            }
            return new First(
                    outcome,
                    phases,
                    brokeIn(ending),
                    insight(target, ending, outcome, known),
                    SecondLook.question(ending));
        }
    }

    private Optional<Insight> insight(Target target, Ending ending, Outcome outcome, Insight.Known known) {
        if (outcome instanceof Outcome.Failure(CheckError error) && known.isAbout(error)) {
            return Optional.of(known.insight());
        }
        return ending instanceof Ending.Answered(Answer answer)
                        && SecondLook.question(ending) == SecondLook.Question.WHOSE_IS_IT
                ? secondLook.resembling(target, answer)
                : Optional.empty();
    }

    private static Outcome followUps(
            Target target, Line line, Verdict verdict, Outcome.Success success, Deadline deadline) {
        if (target.followUps().isEmpty()) {
            return success;
        }
        var until = deadline.sooner(FOLLOW_UPS);
        Outcome outcome = success;
        for (var asked : target.followUps()) {
            if (!(outcome instanceof Outcome.Success soFar) || until.passed()) {
                return outcome;
            }
            outcome = verdict.with(soFar, asked, line.ask(asked.request(), target.maxBodyBytes(), until));
        }
        return outcome;
    }

    private static Optional<Phase> brokeIn(Ending ending) {
        return ending instanceof Ending.Broken broken ? Optional.of(broken.why().phase()) : Optional.empty();
    }
}
