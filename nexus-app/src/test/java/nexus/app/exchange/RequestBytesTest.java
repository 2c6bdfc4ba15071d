package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBytesTest {

    private static String get(List<Map.Entry<String, String>> headers, boolean followed) {
        byte[] bytes = RequestBytes.get("gpu-1:8001", "/v1/models", "nexus/1.2.3", headers, followed);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void asksForJsonAndNeverForCompression() {
        assertEquals("""
                GET /v1/models HTTP/1.1\r
                Host: gpu-1:8001\r
                User-Agent: nexus/1.2.3\r
                Accept: application/json, */*;q=0.5\r
                Authorization: Bearer k\r
                \r
                """, get(List.of(Map.entry("Authorization", "Bearer k")), true));
    }

    @Test
    void tellsTheServerToCloseWhenNothingFollows() {
        assertEquals(
                """
                GET /v1/models HTTP/1.1\r
                Host: other\r
                User-Agent: nexus/1.2.3\r
                Connection: close\r
                accept: text/plain\r
                HOST: other\r
                \r
                """.replace("Host: other\r\n", ""),
                get(List.of(Map.entry("accept", "text/plain"), Map.entry("HOST", "other")), false));
    }

    @ParameterizedTest
    @CsvSource({
        "'X Y', v",
        "'', v",
        "X:, v",
        "'X\r\nY', v",
        "X, 'secret\r\nEvil: 1'",
        "X, 'secret\u0000'",
        "X, 'secret\u007f'"
    })
    void whatWouldBreakTheRequestIsRefusedWithoutShowingTheValue(String name, String value) {
        var refused = assertThrows(IllegalArgumentException.class, () -> get(List.of(Map.entry(name, value)), true));
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    @Test
    void aRequestThatWouldNotFitIntoOneSendBufferIsRefused() {
        var tooLong = List.of(Map.entry("X", "x".repeat(RequestBytes.LIMIT)));
        assertThrows(IllegalArgumentException.class, () -> get(tooLong, true));
    }
}
