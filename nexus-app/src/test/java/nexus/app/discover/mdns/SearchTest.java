package nexus.app.discover.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Duration LIMIT = Duration.ofMillis(900);

    private final Neighbourhood neighbourhood = new Neighbourhood((address, from) -> true);

    @Test
    void whoAnswersIsFound() throws Exception {
        try (var responder = new Responder(_ -> Responder.ollama("a", "a.local", 11434, "10.0.0.1"));
                var ether = responder.ether()) {
            assertEquals(
                    List.of(new Announced("a.local", InetAddress.ofLiteral("10.0.0.1"), 11434)),
                    Search.run(ether, neighbourhood, LIMIT));
        }
    }

    @Test
    void aLostQuestionIsAskedAgainAndAHalfAnswerCompleted() throws Exception {
        byte[] half = Wire.answer().pointer("_ollama._tcp.local", "a", 120).bytes();
        byte[] rest = Wire.answer()
                .service("_ollama._tcp.local", "a", "a.local", 1, 120)
                .address("a.local", "10.0.0.1", 120)
                .bytes();
        try (var responder = new Responder(i -> i == 0 ? new byte[0] : i == 1 ? half : rest);
                var ether = responder.ether()) {
            assertEquals(1, Search.run(ether, neighbourhood, LIMIT).size());
            assertEquals(3, responder.asked());
        }
    }

    @Test
    void nobodyIsAnEmptyList() throws Exception {
        try (var responder = new Responder(_ -> new byte[0]);
                var ether = responder.ether()) {
            assertEquals(List.of(), Search.run(ether, neighbourhood, Duration.ofMillis(60)));
            assertTrue(responder.asked() > 0);
        }
    }
}
