package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void everyWitherChangesItsOwnValueOnly() {
        var model = Model.named("a")
                .withContextLength(4096)
                .withState(ModelState.LOADED)
                .withCapabilities(List.of("chat"))
                .withOwnedBy("vllm")
                .withDigest("abc");

        assertEquals("a", model.id());
        assertEquals(OptionalLong.of(4096), model.contextLength());
        assertEquals(ModelState.LOADED, model.state().orElseThrow());
        assertEquals(List.of("chat"), model.capabilities());
        assertEquals("vllm", model.ownedBy().orElseThrow());
        assertEquals("abc", model.digest().orElseThrow());
        assertNotEquals(Model.named("a"), model);
    }

    @Test
    void aContextLengthOfZeroOrLessIsNotKnown() {
        assertEquals(OptionalLong.empty(), Model.named("a").withContextLength(0).contextLength());
        assertEquals(Model.named("a"), Model.named("a").withContextLength(-1));
    }

    @Test
    void anEmptyIdIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Model.named(""));
    }

    @Test
    void theCapabilitiesAreACopy() {
        var words = new ArrayList<>(List.of("chat"));
        var model = Model.named("a").withCapabilities(words);

        words.add("vision");

        assertEquals(List.of("chat"), model.capabilities());
    }
}
