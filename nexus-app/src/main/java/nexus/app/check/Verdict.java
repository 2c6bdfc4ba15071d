package nexus.app.check;

import java.util.Objects;
import java.util.Optional;
import nexus.app.exchange.Break;
import nexus.app.exchange.Ending;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.HttpError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.ModelList;
import nexus.spi.Reading;
import nexus.spi.support.JsonBody;

/// Judges what came back: pure functions from an ending, through the probe's readers, to an outcome.
///
/// A reader is a guest: what it throws, or a null, is caught here and costs its own backend a ParseError.
final class Verdict {

    private static final int GLIMPSE = 512;

    /// What LM Studio says with a status of 200 where others say 404.
    private static final String NO_SUCH_PATH = "Unexpected endpoint or method. (";

    private final Target target;

    Verdict(Target target) {
        this.target = target;
    }

    /// What the deciding question came to.
    Outcome of(Ending ending, PhaseTimes phases) {
        return switch (ending) {
            case Ending.Broken(Break why) -> broken(why, phases);
            case Ending.Answered(Answer answer) -> answered(answer);
        };
    }

    /// The same for an answer after which more bytes came than it announced: if it is unreadable, that is why.
    Outcome cutTooEarly(Outcome outcome) {
        return outcome instanceof Outcome.Failure(ParseError error)
                ? new Outcome.Failure(error.reworded(
                        error.cause() + ", but more came: Content-Length is too short",
                        "Check the proxy or server that sends it"))
                : outcome;
    }

    /// What a follow-up adds to an outcome that is a success so far. Silence and nonsense add nothing.
    Outcome with(Outcome.Success success, Target.FollowUpRequest asked, Ending ending) {
        if (!(ending instanceof Ending.Answered(Answer answer))) {
            return success;
        }
        return switch (read(asked, answer, success.models().orElse(ModelList.empty()))) {
            case Finding.Nothing _ -> success;
            case Finding.Models models ->
                new Outcome.Success(Optional.of(Echoes.inLists(target.config()).hidden(models.models())));
            case Finding.Veto veto -> new Outcome.Failure(vetoed(answer, veto));
        };
    }

    private Outcome broken(Break why, PhaseTimes phases) {
        var error = clean(BreakErrors.of(why, phases, target.config()));
        return why.kind().isOurs() ? new Outcome.Void(error.cause(), error) : new Outcome.Failure(error);
    }

    private Outcome answered(Answer answer) {
        var read = read(answer);
        if (!answer.isSuccess()) {
            return new Outcome.Failure(
                    new StatusErrors(target.config(), target.path(), target.secrets()).of(answer, read.reading()));
        }
        return switch (read.reading()) {
            case Reading.Ready ready ->
                new Outcome.Success(ready.models()
                        .map(models -> Echoes.inLists(target.config()).hidden(models)));
            case Reading.NotReady notReady -> new Outcome.Failure(notReady(answer, notReady.reason()));
            case Reading.Unreadable unreadable -> unreadable(answer, unreadable.problem(), read.fix());
        };
    }

    private CheckError notReady(Answer answer, String reason) {
        String fix = reason.startsWith(NO_SUCH_PATH) ? StatusErrors.checkPath(target.config()) : "Check backend logs";
        return clean(new ParseError("answers " + answer.status() + ", but says: " + reason, fix));
    }

    private Outcome unreadable(Answer answer, String problem, String fix) {
        String status = answer.status() == 200 ? "" : " (status " + answer.status() + ")";
        var error = clean(new ParseError(problem + status, fix));
        return target.forgivesUnreadable() && !isForeignPage(answer)
                ? new Outcome.Success(Optional.empty(), Optional.of(error.cause()))
                : new Outcome.Failure(error);
    }

    private CheckError vetoed(Answer answer, Finding.Veto veto) {
        String fix = "Restart the server; check backend logs";
        return clean(
                answer.isSuccess()
                        ? new ParseError(veto.reason(), fix)
                        : new HttpError(answer.status(), false, veto.reason(), fix));
    }

    /// @param fix what to do if it can't be read
    private record Read(Reading reading, String fix) {}

    private Read read(Answer answer) {
        try {
            var reading = Objects.requireNonNull(target.probe().question().read(answer));
            return new Read(reading, "Verify backend type matches server");
        } catch (Throwable e) { // foreign code may throw anything, undeclared exceptions too
            String problem = "the probe for " + target.probe().type() + " failed on this answer: "
                    + e.getClass().getSimpleName();
            return new Read(
                    Reading.unreadable(problem), "Report it to the probe's author: 'nexus probes' names its jar");
        }
    }

    private Finding read(Target.FollowUpRequest asked, Answer answer, ModelList known) {
        try {
            return Objects.requireNonNull(asked.followUp().read(answer, known));
        } catch (Throwable e) { // foreign code may throw anything, undeclared exceptions too
            return Finding.nothing();
        }
    }

    /// HTML, or an object that tells of an error: never the answer of a living LLM server, whatever
    /// `on_parse_error` says.
    private static boolean isForeignPage(Answer answer) {
        boolean html = answer.text(GLIMPSE).strip().startsWith("<")
                || answer.header("content-type")
                        .filter(type -> type.contains("html"))
                        .isPresent();
        return html
                || JsonBody.object(answer)
                        .filter(body -> body.hasNonNull("error"))
                        .isPresent();
    }

    private CheckError clean(CheckError error) {
        return error.reworded(CleanText.of(error.cause(), target.secrets()), error.fix());
    }
}
