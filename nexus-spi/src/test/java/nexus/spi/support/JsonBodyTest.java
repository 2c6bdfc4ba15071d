package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nexus.spi.Answer;
import nexus.spi.Reading;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"status\":\"ok\",\"n\":[1]}         | ready, no list",
                "200 | {\"error\":\"no\"}                    | not ready: no",
                "500 | {\"error\":\"no\"}                    | not ready: no",
                "503 | {\"status\":\"ok\"}                   | not ready: ok",
                "200 | []                                    | unreadable: a JSON array, not an object",
                "200 | {\"a\":1,\"a\":2}                     | unreadable: malformed JSON",
                "200 | {\"a\":                               | unreadable: JSON that ends in the middle",
                "200 | {\"a\":1} {}                          | unreadable: malformed JSON",
                "200 | ok                                    | unreadable: text, not JSON: \"ok\"",
            })
    void theReaderIsGivenOnlyAWholeObjectOfASuccess(int status, String body, String expected) {
        var reading = JsonBody.read(Answer.of(status, body), object -> Reading.ready());

        assertEquals(expected, ReadingText.of(reading));
    }

    @Test
    void aBodyOverTheLimitIsNotMadeATree() {
        Answer large = Answer.of(200, "{\"a\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}");

        assertTrue(JsonBody.object(large).isEmpty());
        assertEquals(
                "unreadable: too large: " + large.bodyLength() + " bytes",
                ReadingText.of(JsonBody.read(large, object -> Reading.ready())));
    }
}
