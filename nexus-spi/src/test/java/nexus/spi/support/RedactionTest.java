package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final int ROUNDS = 40_000;
    private static final List<String> PARTS = List.of(
            "Bearer",
            "basic",
            "token",
            "auth",
            "prefix",
            "provided",
            "KEY",
            "token)",
            "Secret",
            "password",
            " ",
            " ",
            " ",
            "=",
            ":",
            "://",
            "@",
            "/",
            ".",
            "-",
            "_",
            ",",
            ";",
            "(",
            ")",
            "\"",
            "'",
            "`",
            "*",
            "***",
            "sk",
            "pk",
            "rk",
            "xai",
            "nvapi",
            "csk",
            "pplx",
            "glpat",
            "hf",
            "gsk",
            "ghp",
            "r8",
            "AIza",
            "eyJ",
            "x",
            "7",
            "abcdefgh",
            "0123456789abcdef",
            "\u00e9",
            "\u0301",
            "\u017f",
            "\u212a",
            "\ud83d\ude00");

    /// The look that comes before the pattern must not keep it from anything that it finds.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverThePatternFindsIsRedacted(long seed) {
        var random = new Random(seed);
        int redacted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var line = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                line.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String text = line.toString();
            String expected = Redaction.SECRET.matcher(text).replaceAll("[redacted]");
            assertEquals(expected, Redaction.of(text), text);
            redacted += expected.equals(text) ? 0 : 1;
        }
        assertTrue(redacted > ROUNDS / 20 && redacted < ROUNDS * 19 / 20, "the texts tell nothing: " + redacted);
    }
}
