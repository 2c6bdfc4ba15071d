package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/models", "/health?full=1&x=%20", "/a//b"})
    void aPathThatCanBeSentAsItIsIsTaken(String path) {
        assertEquals(path, Question.get(path, answer -> Reading.ready()).path());
        assertEquals(
                path, FollowUp.get(path, (answer, known) -> Finding.nothing()).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "http://x/", "/a b", "/a#b", "/é", "/a\r\nX: y", "/a\u0000", "/\u007f"})
    void aPathThatCouldNotBeSentIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> Question.get(path, answer -> Reading.ready()));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.get(path, (answer, known) -> Finding.nothing()));
    }
}
