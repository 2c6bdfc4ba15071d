package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nexus.app.Recordings;
import nexus.spi.support.ErrorText;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.params.provider.MethodSource;

/// Any text of a server: it comes out as one short line that is safe to show.
class ErrorTextFuzzTest {

    private static final String KEY = "sk-Ab3xY7Qm0pLk2";

    static Stream<byte[]> bodies() {
        return Recordings.files().stream()
                .map(file -> Recording.read(file).answer().text(1 << 16).getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("bodies")
    @FuzzTest
    void anyText(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        assertShowable(ErrorText.clean(raw));
        assertShowable(ErrorText.clean(new String(bytes, StandardCharsets.UTF_16BE)));
        assertEquals(ErrorText.clean(raw), ErrorText.clean(raw));
    }

    @MethodSource("bodies")
    @FuzzTest
    void aKeyInAnyText(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        if (!raw.contains(KEY.substring(0, 8))) {
            assertFalse(ErrorText.clean(raw + " " + KEY).contains(KEY.substring(0, 8)));
            assertFalse(ErrorText.clean(KEY + " " + raw).contains(KEY.substring(0, 8)));
            assertFalse(ErrorText.clean("Incorrect API key provided: " + KEY + "'" + raw)
                    .contains(KEY.substring(0, 8)));
        }
    }

    private static void assertShowable(String text) {
        assertTrue(text.length() <= ErrorText.MAX_CHARS, text);
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            assertFalse(
                    type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR,
                    () -> "U+" + Integer.toHexString(c));
        });
    }
}
