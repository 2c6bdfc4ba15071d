package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
    void theListCanNotBeModified() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> ModelList.of(Model.named("a")).models().clear());
        assertSame(ModelList.empty(), ModelList.builder().build());
    }
}
