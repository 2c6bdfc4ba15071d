package nexus.app.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.exchange.Break;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Line;
import nexus.app.exchange.Lines;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.Seen;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;

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
    /// @param seen    what came, if it failed
    record Found(
            Outcome outcome, PhaseTimes phases, Optional<Phase> brokeIn, Insight.Known known, Optional<Seen> seen) {}

    /// The deciding exchange once it is over.
    private record First(
            Outcome outcome,
            PhaseTimes phases,
            Optional<Phase> brokeIn,
            SecondLook.Question open,
            List<BackendProbe> suspects,
            Optional<Seen> seen,
            boolean flood) {

        Insight.Symptom symptom(CheckError error) {
            return new Insight.Symptom(error.text(), brokeIn, open);
        }
    }

    /// What the follow-ups left of a success; what was seen of the one that vetoed.
    private record FollowedUp(Outcome outcome, Optional<Seen> seen) {}

    /// @param known what the last look found out
    Found ask(Target target, Insight.Known known) {
        // The second look comes when the first connection is closed and its buffers are given back.
        First first = first(target, known);
        if (!(first.outcome() instanceof Outcome.Failure(CheckError error))) {
            return new Found(first.outcome(), first.phases(), first.brokeIn(), Insight.Known.NONE, first.seen());
        }
        var now = known(target, known, first, first.symptom(error));
        return new Found(
                new Outcome.Failure(now.insight().explain(error)), first.phases(), first.brokeIn(), now, first.seen());
    }

    private Insight.Known known(Target target, Insight.Known known, First first, Insight.Symptom symptom) {
        if (known.answers(symptom)) {
            return known.onceMore(first.flood());
        }
        return secondLook
                .ask(target, symptom.question(), first.suspects())
                .map(insight -> Insight.Known.of(symptom, insight, first.flood()))
                .orElse(known.isAbout(symptom) ? known : Insight.Known.NONE);
    }

    private First first(Target target, Insight.Known known) {
        try (Line line = lines.to(target.endpoint())) {
            Optional<Ending> flood = known.flood()
                    ? line.askFlood(target.question(), target.maxBodyBytes(), Deadline.after(target.timeout()))
                    : Optional.empty();
            // What was no flood is asked for as if it were the first time: it must not lack the time.
            var deadline = Deadline.after(target.timeout());
            var ending = flood.orElseGet(() -> line.ask(target.question(), target.maxBodyBytes(), deadline));
            var phases = line.phases();
            var verdict = new Verdict(target);
            var outcome = verdict.of(ending, phases);
            if (line.saidMore()) {
                outcome = verdict.cutTooEarly(outcome);
            }
            if (outcome instanceof Outcome.Success success) {
                var followed = followUps(target, line, verdict, success, deadline);
                return new First(
                        followed.outcome(),
                        phases,
                        Optional.empty(),
                        SecondLook.Question.NONE,
                        List.of(),
                        followed.seen(),
                        false);
            }
            return new First(
                    outcome,
                    phases,
                    brokeIn(ending),
                    SecondLook.question(ending),
                    suspects(target, ending, outcome, known),
                    seen(ending, line),
                    isFlood(ending));
        }
    }

    private List<BackendProbe> suspects(Target target, Ending ending, Outcome outcome, Insight.Known known) {
        var question = SecondLook.question(ending);
        return question == SecondLook.Question.WHOSE_IS_IT
                        && ending instanceof Ending.Answered(Answer answer)
                        && outcome instanceof Outcome.Failure(CheckError error)
                        && !known.answers(new Insight.Symptom(error.text(), Optional.empty(), question))
                ? secondLook.suspects(target, answer)
                : List.of();
    }

    private static FollowedUp followUps(
            Target target, Line line, Verdict verdict, Outcome.Success success, Deadline deadline) {
        var soFar = success;
        if (target.followUps().isEmpty()) {
            return new FollowedUp(soFar, Optional.empty());
        }
        var until = deadline.sooner(FOLLOW_UPS);
        for (var asked : target.followUps()) {
            if (until.passed()) {
                break;
            }
            var ending = line.ask(asked.request(), target.maxBodyBytes(), until);
            var outcome = verdict.with(soFar, asked, ending);
            if (!(outcome instanceof Outcome.Success better)) {
                return new FollowedUp(outcome, seen(ending, line));
            }
            soFar = better;
        }
        return new FollowedUp(soFar, Optional.empty());
    }

    private static Optional<Seen> seen(Ending ending, Line line) {
        return switch (ending) {
            case Ending.Answered(Answer answer) -> Optional.of(seen(answer));
            case Ending.Broken _ -> line.heard().map(bytes -> Seen.of(0, bytes, 0, bytes.length));
        };
    }

    private static Seen seen(Answer answer) {
        try (var body = answer.body()) {
            byte[] start = body.readNBytes(Seen.MOST);
            return new Seen(answer.status(), new String(start, StandardCharsets.ISO_8859_1), answer.bodyLength());
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can be read", e);
        }
    }

    private static boolean isFlood(Ending ending) {
        return ending instanceof Ending.Broken(Break why) && why.kind() == Break.Kind.BODY_TOO_LARGE;
    }

    private static Optional<Phase> brokeIn(Ending ending) {
        return ending instanceof Ending.Broken broken ? Optional.of(broken.why().phase()) : Optional.empty();
    }
}
