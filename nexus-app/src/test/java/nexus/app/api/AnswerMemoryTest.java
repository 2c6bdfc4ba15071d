package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private final AnswerMemory memory = new AnswerMemory(100_000);

    @Test
    void largeAnswersGetWhatIsThereAndNoMoreUntilOneIsOut() {
        assertTrue(memory.take(60_000));
        assertTrue(memory.take(40_000));
        assertFalse(memory.take(20_000));

        memory.give(40_000);

        assertTrue(memory.take(20_000));
    }

    @Test
    void smallAnswersCountNothing() {
        assertTrue(memory.take(100_000));

        assertTrue(memory.take(AnswerMemory.SMALL_BYTES));
        assertFalse(memory.take(AnswerMemory.SMALL_BYTES + 1));
    }

    @Test
    void anAnswerLargerThanAllOfItIsSentAlone() {
        assertTrue(memory.take(500_000));
        assertFalse(memory.take(500_000));

        memory.give(500_000);

        assertTrue(memory.take(500_000));
    }
}
