package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import nexus.spi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: sk-ab***SECRET. You can find your API key at https://platform.openai.com/x.",
                "Received API Key = sk-...SECRET, Key Hash (Token) = SECRET09abcdef",
                "bad header 'Authorization: Bearer SECRET'",
                "Authorization: Basic SECRET==",
                "no route to http://user:SECRET@10.0.0.1:8000/",
                "token:SECRET is unknown",
                "hf_SECRET is not allowed",
                "gsk_SECRET0 expired",
                "AIzaSECRETabcdefgh expired",
                "key ****SECRET is wrong",
                "hash 0123456789abcdef0123456789abcdefSECRET unknown",
            })
    void whatLooksLikeAKeyIsRedacted(String raw) {
        String shown = ErrorText.clean(raw);

        assertFalse(shown.contains("SECRET"), shown);
        assertTrue(shown.contains("[redacted]"), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication Error, No api key passed in.",
                "Malformed API Key passed in. Ensure Key has `Bearer ` prefix.",
                "An LM Studio API token is required to make requests to this server",
                "model 'hf.co/unsloth/Qwen3-30B-A3B-Instruct-2507-GGUF:Q4_K_M' not found",
                "server busy, please try again. maximum pending requests exceeded",
                "Missing bearer token",
            })
    void ordinaryErrorsStayAsTheyAre(String raw) {
        assertEquals(raw, ErrorText.clean(raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u001b[31mred\u0007          | a [31mred",
                "one\\r\\nWARN health: two     | one WARN health: two",
                "a\u202eb\u200b\u2028c         | a b c",
                "a \u00a0 b                    | a b",
            })
    void theTextIsOneLineOfVisibleCharacters(String raw, String expected) {
        assertEquals(expected, ErrorText.clean(raw.replace("\\r", "\r").replace("\\n", "\n")));
    }

    @Test
    void aLongTextIsCutWithoutSplittingACharacter() {
        String shown = ErrorText.clean("😀 ".repeat(1000));

        assertTrue(shown.length() <= ErrorText.MAX_CHARS, "length " + shown.length());
        assertTrue(shown.endsWith("…"));
        assertFalse(shown.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Test
    void aKeyAtTheCutLeavesNoFragment() {
        for (int before = 150; before < 210; before++) {
            assertFalse(
                    ErrorText.clean("x ".repeat(before / 2) + "sk-SECRETSECRET").contains("SECRET"));
        }
    }

    @Test
    void anAnswerThatIsNoJsonObjectGivesNoReason() {
        assertEquals(Optional.empty(), ErrorText.of(Answer.of(503, "")));
        assertEquals(Optional.empty(), ErrorText.of(Answer.of(503, "[\"error\"]")));
        assertEquals(Optional.empty(), ErrorText.of(Answer.of(503, "{\"error\":\"cut")));
        assertEquals(Optional.of("shutting_down"), ErrorText.of(Answer.of(503, "{\"status\":\"shutting_down\"}")));
    }
}
