package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import nexus.app.Recordings;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Reading;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.params.provider.MethodSource;

/// Any answer: no reader throws, the same answer reads the same, and what is kept of it is bounded.
class ReadersFuzzTest {

    private static final Probes PROBES = Probes.load();
    private static final ModelList KNOWN = ModelList.of(Model.named("known:1"), Model.named("gemma3-tiny:latest"));

    static Stream<byte[]> answers() {
        return Recordings.files().stream()
                .map(file -> AnswerForm.bytes(Recording.read(file).answer()));
    }

    @MethodSource("answers")
    @FuzzTest
    void ollama(byte[] bytes) {
        check(bytes, "ollama");
    }

    @MethodSource("answers")
    @FuzzTest
    void llamaCpp(byte[] bytes) {
        check(bytes, "llamacpp");
    }

    @MethodSource("answers")
    @FuzzTest
    void thoseWithOpenAisList(byte[] bytes) {
        check(bytes, "vllm", "openai", "lmstudio", "exo", "generic");
    }

    private static void check(byte[] bytes, String... types) {
        for (String type : types) {
            BackendProbe probe = PROBES.byType(type).orElseThrow();
            List<Object> first = everything(probe, AnswerForm.answer(bytes));
            List<Object> second = everything(probe, AnswerForm.answer(bytes.clone()));
            assertEquals(first, second, type);
            first.forEach(ReadersFuzzTest::assertBounded);
        }
    }

    /// All that a probe makes of an answer.
    private static List<Object> everything(BackendProbe probe, Answer answer) {
        List<Object> seen = new ArrayList<>();
        Reading reading = probe.question().read(answer);
        seen.add(reading);
        ModelList own = reading instanceof Reading.Ready ready ? ready.models().orElse(KNOWN) : KNOWN;
        for (var followUp : probe.followUps()) {
            seen.add(followUp.read(answer, own));
            seen.add(followUp.read(answer, KNOWN));
            seen.add(followUp.read(answer, ModelList.empty()));
        }
        seen.add(probe.resembles(answer));
        return seen;
    }

    private static void assertBounded(Object seen) {
        switch (seen) {
            case Reading.Ready ready -> ready.models().ifPresent(ReadersFuzzTest::assertBounded);
            case Reading.NotReady not -> assertOneLine(not.reason());
            case Reading.Unreadable not -> assertOneLine(not.problem());
            case Finding.Models found -> assertBounded(found.models());
            case Finding.Veto veto -> assertOneLine(veto.reason());
            default -> {}
        }
    }

    private static void assertBounded(ModelList list) {
        assertTrue(
                list.models().size() <= ModelList.MAX_MODELS,
                "models: " + list.models().size());
        assertTrue(list.dropped() >= 0);
        var ids = new HashSet<String>();
        for (var model : list.models()) {
            assertTrue(ids.add(model.id()), "twice: " + model.id());
            assertTrue(!model.id().isEmpty() && model.id().length() <= ModelList.MAX_ID_BYTES, model.id());
            assertTrue(model.contextLength().orElse(1) > 0);
            assertTrue(
                    model.capabilities().size() <= 64,
                    "capabilities: " + model.capabilities().size());
        }
    }

    private static void assertOneLine(String text) {
        assertTrue(!text.isBlank() && text.length() <= 300, text);
        assertTrue(text.chars().noneMatch(Character::isISOControl), text);
    }
}
