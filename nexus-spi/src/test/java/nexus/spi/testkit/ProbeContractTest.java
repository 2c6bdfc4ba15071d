package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Question;
import nexus.spi.Reading;
import nexus.spi.support.OpenAiModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/// The contract catches probes that break it.
class ProbeContractTest {

    private static final Answer SAMPLE = Answer.of(200, "{\"data\":[{\"id\":\"a\"}]}");

    private static void assertCaught(
            String type, Function<Answer, Reading> reader, ThrowingConsumer<ProbeContract> test) {
        var probe = new BackendProbe() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Question question() {
                return Question.get("/v1/models", reader);
            }
        };
        var contract = new ProbeContract() {
            @Override
            public BackendProbe probe() {
                return probe;
            }

            @Override
            public List<Answer> samples() {
                return List.of(SAMPLE);
            }
        };
        assertThrows(AssertionError.class, () -> test.accept(contract));
    }

    @Test
    void aReaderThatThrowsOnOddBodies() {
        Function<Answer, Reading> reader =
                answer -> Reading.unreadable("" + answer.text(9).charAt(0));

        assertCaught("x", reader, ProbeContract::randomBytesAreRead);
        assertCaught("x", reader, ProbeContract::handMadeOdditiesAreRead);
        assertCaught("x", reader, ProbeContract::samplesCutAtEveryLengthAreRead);
    }

    @Test
    void aReaderThatReturnsNull() {
        Function<Answer, Reading> reader = answer -> answer.isSuccess() ? OpenAiModels.read(answer) : null;

        assertCaught("x", reader, ProbeContract::samplesWithAnyStatusAreRead);
    }

    @Test
    void aReaderWhoseStackOverflows() {
        assertCaught(
                "x", answer -> depth(answer.text(1_000_000), 0), ProbeContract::aHundredThousandNestedBracketsAreRead);
    }

    @Test
    void aReaderThatRemembers() {
        var calls = new AtomicInteger();
        Function<Answer, Reading> reader = answer -> Reading.unreadable("call " + calls.incrementAndGet());

        assertCaught("x", reader, ProbeContract::theSameAnswerReadsTheSameTwiceAndByAnotherInstance);
        assertCaught("x", reader, ProbeContract::oneInstanceReadsOnManyThreadsAtOnce);
    }

    @Test
    void aListWhoseOverflowIsNotCounted() {
        Function<Answer, Reading> reader = answer -> Reading.ready(ModelList.of(Model.named("a")));

        assertCaught("x", reader, ProbeContract::ofAMillionModelsAtMostTheKeptOnesStay);
    }

    @Test
    void aTypeThatNobodyCanWriteAndAProbeThatNobodyFinds() {
        assertCaught("My Server", OpenAiModels::read, ProbeContract::theTypeIsLowerCaseLettersAndDigits);
        assertCaught("x", OpenAiModels::read, ProbeContract::theServiceLoaderFindsIt);
    }

    private static Reading depth(String text, int at) {
        return at == text.length() ? Reading.unreadable("end") : depth(text, at + 1);
    }
}
