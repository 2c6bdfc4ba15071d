package nexus.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nexus.app.registry.Seen;
import org.junit.jupiter.api.Test;

class SeenTextTest {

    private static final String SECRET = "hunter2-planted";

    @Test
    void aTextIsOneLine() {
        assertEquals("{ \"error\": \"näh\" }", shown("{\r\n\t\"error\": \"näh\"\n}\n"));
    }

    @Test
    void controlCharactersAreEscaped() {
        assertEquals("{\\x1b[31m\\x07\\u202e}\\n", shown("{\u001b[31m\u0007\u202e}\n"));
    }

    @Test
    void whatIsNoTextIsShownByteByByte() {
        assertEquals(
                "\\x15\\x03\\xff",
                seen("\u0015\u0003\u00ff", StandardCharsets.ISO_8859_1).text());
    }

    @Test
    void statusAndLengthAreThoseOfTheAnswer() {
        assertEquals(
                new Explanation.SeenWords(Optional.of(500), "no", 2, false),
                SeenText.of(Seen.of(500, "no".getBytes(StandardCharsets.US_ASCII), 0, 2), List.of()));
        assertEquals(
                Optional.empty(),
                SeenText.of(new Seen(0, "SSH-2.0", 7), List.of()).status());
    }

    @Test
    void theBackendsOwnSecretsAndStrangersKeysAreHidden() {
        assertEquals("X-Team: [redacted] [redacted]", shown("X-Team: " + SECRET + " sk-1234567890abc"));
    }

    @Test
    void aSecretBetweenControlCharactersIsHiddenToo() {
        String text = shown("\u0000\u0001" + SECRET + "\u0002 sk-1234567890abc\u0003");

        assertFalse(text.contains(SECRET) || text.contains("1234567890"), text);
    }

    @Test
    void halfASecretAtTheCutIsNotShown() {
        for (int shift = 0; shift < SECRET.length(); shift++) {
            String text = shown("{\"x\": \"" + ".".repeat(Seen.MOST - 10 - shift) + " " + SECRET + "\"}");

            assertFalse(text.contains("hunt"), text);
        }
    }

    @Test
    void aCharacterThatTheCutWentThroughIsLeftOut() {
        var words = seen("ä ".repeat(200) + "ä", StandardCharsets.UTF_8);

        assertTrue(words.text().startsWith("ä ä ä"), words.text());
        assertFalse(words.text().contains("\\x"), words.text());
        assertTrue(words.cut());
    }

    private static String shown(String body) {
        return seen(body, StandardCharsets.UTF_8).text();
    }

    private static Explanation.SeenWords seen(String body, Charset charset) {
        byte[] bytes = body.getBytes(charset);
        return SeenText.of(Seen.of(200, bytes, 0, bytes.length), List.of(SECRET));
    }
}
