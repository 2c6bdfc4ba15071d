package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static Recording parse(String raw) {
        return Recording.parse("x.http", raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theBodyEndsWithItsContentLength() {
        var answer = parse("HTTP/1.1 503 Service Unavailable\r\nServer: a:b \r\nContent-Length: 3\r\n\r\né!\n")
                .answer();

        assertEquals(503, answer.status());
        assertEquals(Optional.of("a:b"), answer.header("server"));
        assertEquals("é!", answer.text(100));
    }

    @Test
    void chunksAreJoined() {
        var answer = parse(
                        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n{\"a\r\nA;x=y\r\n\":\"bcdefg\"\r\n1\r\n}\r\n0\r\n\r\n")
                .answer();

        assertEquals("{\"a\":\"bcdefg\"}", answer.text(100));
    }

    @Test
    void withoutALengthTheBodyEndsWithTheFile() {
        assertEquals(
                "to the end",
                parse("HTTP/1.0 200 OK\r\n\r\nto the end").answer().text(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"data\":[]}",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void whatIsNoWholeAnswerIsRefused(String raw) {
        assertThrows(IllegalArgumentException.class, () -> parse(raw));
    }
}
