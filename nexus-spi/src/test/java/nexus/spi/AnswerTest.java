package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void theBodyIsThePartOfTheBufferThatWasGiven() throws IOException {
        byte[] buffer = {'x', 'o', 'k', 'x'};
        var answer = Answer.of(200, List.of(), buffer, 1, 2);

        assertArrayEquals(new byte[] {'o', 'k'}, answer.body().readAllBytes());
        assertArrayEquals(new byte[] {'o', 'k'}, answer.body().readAllBytes(), "each call starts anew");
        assertEquals("ok", answer.text(100));
        assertEquals("o", answer.text(1));
        assertThrows(IndexOutOfBoundsException.class, () -> Answer.of(200, List.of(), buffer, 3, 2));
    }

    @Test
    void headersAreFoundInAnyCaseTheFirstOneCounts() {
        var answer = Answer.of(200, List.of(Map.entry("server", "a"), Map.entry("Server", "b")), new byte[0], 0, 0);

        assertEquals(Optional.of("a"), answer.header("SERVER"));
        assertEquals(Optional.empty(), answer.header("Date"));
    }

    @Test
    void onlyStatusesOfTheTwoHundredsAreSuccess() {
        assertFalse(Answer.of(199, "").isSuccess());
        assertTrue(Answer.of(200, "").isSuccess());
        assertTrue(Answer.of(299, "").isSuccess());
        assertFalse(Answer.of(300, "").isSuccess());
    }
}
