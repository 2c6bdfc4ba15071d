package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private final AnswerMemory memory = new AnswerMemory(100_000);

    @Test
    void largeAnswersGetWhatIsThereAndNoMoreUntilOneIsOut() {
        assertTrue(take(60_000));
        assertTrue(take(40_000));
        assertFalse(take(20_000));

        memory.give(40_000);

        assertTrue(take(20_000));
    }

    @Test
    void smallAnswersCountNothing() {
        assertTrue(take(100_000));

        assertTrue(take(AnswerMemory.SMALL_BYTES));
        assertFalse(take(AnswerMemory.SMALL_BYTES + 1));
    }

    @Test
    void anAnswerLargerThanAllOfItIsSentAlone() {
        assertTrue(take(500_000));
        assertFalse(take(500_000));

        memory.give(500_000);

        assertTrue(take(500_000));
    }

    @Test
    void whoReadsMakesRoomForWhoWaits() throws Exception {
        assertTrue(take(100_000));
        var waiting = new FutureTask<>(() -> memory.take(50_000, Duration.ofMinutes(5)));
        Thread.ofVirtual().start(waiting);

        memory.give(100_000);

        assertTrue(waiting.get());
    }

    @Test
    void aReaderThatIsCutWhileItWaitsGetsNothing() throws Exception {
        assertTrue(take(100_000));
        var waiting = new FutureTask<>(() -> memory.take(50_000, Duration.ofMinutes(5)));
        var reader = Thread.ofVirtual().start(waiting);

        reader.interrupt();

        assertFalse(waiting.get());
    }

    private boolean take(int size) {
        return memory.take(size, Duration.ZERO);
    }
}
