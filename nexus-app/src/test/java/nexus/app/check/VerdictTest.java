package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.OnParseError;
import nexus.app.config.TlsConfig;
import nexus.app.exchange.Break.Kind;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Endpoint;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;
import nexus.app.probes.Undeclared;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Question;
import nexus.spi.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    private static final ModelList ONE =
            ModelList.builder().add(Model.named("m")).build();
    private static final Outcome.Success LISTED = new Outcome.Success(Optional.of(ONE));

    @Test
    void aReadyReadingIsASuccessWithItsModels() {
        assertEquals(LISTED, judged(OnParseError.FAIL, _ -> Reading.ready(ONE), Answer.of(200, "{}")));
    }

    @Test
    void aReadyReadingOfAFailedStatusIsAFailure() {
        var outcome = judged(OnParseError.FAIL, _ -> Reading.ready(ONE), Answer.of(500, "{}"));

        assertEquals("HttpError(500)", error(outcome).text());
    }

    static Stream<Throwable> anything() {
        return Stream.of(
                new IllegalStateException(),
                new StackOverflowError(),
                new OutOfMemoryError(),
                new NoSuchMethodError(),
                new AssertionError(),
                new IOException(),
                new InterruptedException(),
                new Error(),
                new Throwable());
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whateverAReaderThrowsCostsItsBackendAParseError(Throwable thrown) {
        var outcome = judged(OnParseError.FAIL, _ -> Undeclared.thrown(thrown), Answer.of(200, "{}"));

        assertEquals(
                "ParseError(the probe for t failed on this answer: "
                        + thrown.getClass().getSimpleName() + ")",
                error(outcome).text());
        assertEquals(
                "Report it to the probe's author: 'nexus probes' names its jar",
                error(outcome).fix());
    }

    @Test
    void aReaderThatGivesNullCostsItsBackendAParseError() {
        var outcome = judged(OnParseError.FAIL, _ -> null, Answer.of(200, "{}"));

        assertEquals(
                "ParseError(the probe for t failed on this answer: NullPointerException)",
                error(outcome).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ok\":true}                       | true",
                "[1]                                 | true",
                "' '                                 | true",
                "<html></html>                       | false",
                "{\"error\":\"Unexpected endpoint\"} | false",
                "{\"error\":null}                    | true",
            })
    void leniencyForgivesWhatIsNoPageAndNoError(String body, boolean forgiven) {
        var outcome = judged(OnParseError.ALIVE, _ -> Reading.unreadable("odd"), Answer.of(200, body));

        var success = new Outcome.Success(Optional.empty(), Optional.of("odd"));
        assertEquals(forgiven, outcome.equals(success), outcome.toString());
    }

    @Test
    void leniencyForgivesNoServerThatSaysItIsNotReady() {
        var outcome = judged(OnParseError.ALIVE, _ -> Reading.notReady("starting"), Answer.of(200, "{}"));

        assertEquals("answers 200, but says: starting", error(outcome).cause());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyTheObserversOwnTroubleIsVoid(Kind kind) {
        var outcome = verdict(OnParseError.FAIL, _ -> Reading.ready())
                .of(Ending.broken(Phase.CONNECT, kind, "x"), PhaseTimes.NONE);

        assertEquals(kind.isOurs(), outcome instanceof Outcome.Void, outcome.toString());
        assertEquals(!kind.isOurs(), outcome instanceof Outcome.Failure, outcome.toString());
    }

    @Test
    void anAnswerThatWasCutTooEarlyIsToldOnlyWhereItWasUnreadable() {
        var verdict = verdict(OnParseError.FAIL, _ -> Reading.ready());

        assertSame(LISTED, verdict.cutTooEarly(LISTED));
        var failure = new Outcome.Failure(new CheckError.ParseError("JSON that ends in the middle", "fix"));
        assertEquals(
                "JSON that ends in the middle, but more came: Content-Length is too short",
                error(verdict.cutTooEarly(failure)).cause());
    }

    @Test
    void aFollowUpThatBreaksOrFindsNothingChangesNothing() {
        assertSame(LISTED, followedUp((_, _) -> Finding.nothing(), answered(200)));
        assertSame(LISTED, followedUp((_, _) -> Finding.veto("no"), Ending.broken(Phase.WAIT, Kind.RESET, "x")));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whateverAFollowUpThrowsChangesNothing(Throwable thrown) {
        assertSame(LISTED, followedUp((_, _) -> Undeclared.thrown(thrown), answered(200)));
    }

    @Test
    void aFollowUpMayReplaceTheModels() {
        var two =
                ModelList.builder().add(Model.named("m")).add(Model.named("n")).build();

        assertEquals(new Outcome.Success(Optional.of(two)), followedUp((_, _) -> Finding.models(two), answered(200)));
    }

    @ParameterizedTest
    @CsvSource({"503, HttpError(503)", "200, ParseError(engine is dead)"})
    void aVetoFailsTheCheckByItsStatus(int status, String expected) {
        var outcome = followedUp((_, _) -> Finding.veto("engine is dead"), answered(status));

        assertEquals(expected, error(outcome).text());
    }

    private static Ending answered(int status) {
        return new Ending.Answered(Answer.of(status, ""));
    }

    private static CheckError error(Outcome outcome) {
        return assertInstanceOf(Outcome.Failure.class, outcome).error();
    }

    private static Outcome judged(OnParseError lenient, Function<Answer, Reading> reader, Answer answer) {
        return verdict(lenient, reader).of(new Ending.Answered(answer), PhaseTimes.NONE);
    }

    private static Outcome followedUp(BiFunction<Answer, ModelList, Finding> reader, Ending ending) {
        var asked = new Target.FollowUpRequest(FollowUp.get("/more", reader), new byte[0]);
        return verdict(OnParseError.FAIL, _ -> Reading.ready()).with(LISTED, asked, ending);
    }

    private static Verdict verdict(OnParseError lenient, Function<Answer, Reading> reader) {
        var plain = BackendConfig.of("x", BackendUrl.parse("http://gpu-1"), "t");
        var config = new BackendConfig(
                "x",
                plain.url(),
                "t",
                50,
                true,
                Map.of(),
                Optional.empty(),
                List.of(),
                plain.timing(),
                plain.thresholds(),
                Optional.empty(),
                lenient,
                TlsConfig.DEFAULT,
                BackendSource.CONFIGURED);
        return new Verdict(Target.of(config, new Probe(Question.get("/", reader)), Endpoint.plain("gpu-1", 80), 1000));
    }

    private record Probe(Question question) implements BackendProbe {
        @Override
        public String type() {
            return "t";
        }
    }
}
