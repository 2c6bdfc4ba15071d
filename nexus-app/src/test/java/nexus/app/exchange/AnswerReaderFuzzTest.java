package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import nexus.app.exchange.Break.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mutated answers: whatever comes, the reader ends, the same way in all pieces, with printable words.
class AnswerReaderFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final int CAP = 300;
    private static final List<String> SEEDS = List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"data\": []}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n1F\r\n0123456789012345678901234567890\r\n"
                    + "0\r\nT: t\r\n\r\n",
            "HTTP/1.0 503 \nRetry-After: 3\n\n<html>",
            "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 404 No\r\nA: b\r\n c\r\nContent-Length: 1\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\b",
            "SSH-2.0-OpenSSH_9.2\r\n");
    private static final String PARTS = "\r\n:;, \t0129afZ-\u0000\u001b\u0080\u00ff\u0015\u0003HTTP/1.1 chunked";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverThrowsAndNeverDependsOnThePieces(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            String whole = Feeding.whole(bytes, CAP);
            int first = 1 + random.nextInt(bytes.length + 1);
            int size = 1 + random.nextInt(9);
            String context = "seed " + seed + ", round " + i + ": " + Printable.of(bytes, 0, bytes.length);
            assertEquals(whole, Feeding.pieces(bytes, CAP, first, size, Kind.CLOSED_EARLY), context);
            boolean broken = whole.startsWith("READ") || whole.startsWith("WAIT");
            assertFalse(broken && whole.chars().anyMatch(Character::isISOControl), context);
        }
    }

    private static byte[] mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int n = random.nextInt(5); n >= 0; n--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PARTS.charAt(random.nextInt(PARTS.length())));
                case 1 -> text.setLength(Math.max(1, at));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, (char) random.nextInt(256));
                    }
                }
            }
        }
        return Feeding.bytes(text.toString());
    }
}
