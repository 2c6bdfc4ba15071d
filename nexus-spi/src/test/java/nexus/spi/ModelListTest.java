package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelListTest {

    @Test
    void ofTwoModelsWithOneIdTheFirstStays() {
        var list = ModelList.of(Model.named("a").withContextLength(5), Model.named("b"), Model.named("a"));

        assertEquals(List.of(Model.named("a").withContextLength(5), Model.named("b")), list.models());
        assertEquals(0, list.dropped());
    }

    @Test
    void modelsBeyondTheMostAreCountedNotKept() {
        var builder = ModelList.builder();
        for (int i = 0; i < ModelList.MAX_MODELS + 7; i++) {
            builder.add(Model.named("m" + i));
        }

        assertEquals(ModelList.MAX_MODELS, builder.build().models().size());
        assertEquals(7, builder.build().dropped());
    }

    @Test
    void anIdIsMeasuredInBytesOfUtf8() {
        String fits = "é".repeat(ModelList.MAX_ID_BYTES / 2);

        var list = ModelList.of(Model.named(fits), Model.named(fits + "x"));

        assertEquals(List.of(Model.named(fits)), list.models());
        assertEquals(1, list.dropped());
    }

    @Test
    void mappingKeepsTheCountOfDroppedOnes() {
        var list = ModelList.builder().add(Model.named("a")).drop().build();

        var loaded = list.map(model -> model.withState(ModelState.LOADED));

        assertEquals(List.of(Model.named("a").withState(ModelState.LOADED)), loaded.models());
        assertEquals(1, loaded.dropped());
    }

    @Test
    void textBeyondTheMostIsCountedNotKept() {
        String digest = "d".repeat(ModelList.MAX_CHARS / 2 - 1);
        var a = Model.named("a").withDigest(digest);
        var b = Model.named("b").withOwnedBy(digest);

        var list = ModelList.of(a, b, Model.named("c"));

        assertEquals(List.of(a, b), list.models());
        assertEquals(1, list.dropped());
    }

    @Test
    void theFirstWordsOfWhatAModelCanDoAreKept() {
        var words = IntStream.range(0, 99).mapToObj(i -> "w" + i).toList();
        var model = Model.named("a").withCapabilities(words);

        var kept = words.subList(0, ModelList.MAX_CAPABILITIES);
        assertEquals(kept, ModelList.of(model).models().getFirst().capabilities());
        assertEquals(
                kept,
                ModelList.of(Model.named("a"))
                        .map(old -> old.withCapabilities(words))
                        .models()
                        .getFirst()
                        .capabilities());
    }

    @Test
    void aWordThatNoModelOfManyOthersHadIsLeftOut() {
        var models = IntStream.range(0, 300)
                .mapToObj(i -> Model.named("m" + i).withCapabilities(List.of("chat", "w" + i, "x".repeat(65))))
                .toList();

        var list = ModelList.of(models);

        assertEquals(0, list.dropped());
        assertEquals(List.of("chat", "w0"), list.models().getFirst().capabilities());
        assertEquals(List.of("chat"), list.models().getLast().capabilities());
    }

    @Test
    void modelsOfAListShareTheirWords() {
        var models = IntStream.range(0, 2)
                .mapToObj(i -> Model.named("m" + i)
                        .withCapabilities(List.of(new String("chat"), new String("tools")))
                        .withOwnedBy(new String("vllm")))
                .toList();

        var list = ModelList.of(models).models();

        assertSame(list.getFirst().capabilities(), list.getLast().capabilities());
        assertSame(
                list.getFirst().ownedBy().orElseThrow(),
                list.getLast().ownedBy().orElseThrow());
    }

    @Test
    void theListCanNotBeModified() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> ModelList.of(Model.named("a")).models().clear());
        assertSame(ModelList.empty(), ModelList.builder().build());
    }
}
