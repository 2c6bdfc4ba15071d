package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlWriterTest {

    @Test
    void anEntryIsReadyToPaste() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("room", "4.12");
        labels.put("who owns", "a \"team\"");
        var entry = BackendEntry.of("gpu-1", "http://gpu-1:8001", "vllm")
                .with("priority", 7)
                .with("timeout_seconds", 2.5)
                .with("interval_seconds", 10.0)
                .with("enabled", true)
                .with("labels", labels)
                .with("headers", Map.of());

        assertEquals("""
                [[backends]]
                name = "gpu-1"
                url = "http://gpu-1:8001"
                type = "vllm"
                priority = 7
                timeout_seconds = 2.5
                interval_seconds = 10.0
                enabled = true
                labels = { room = "4.12", "who owns" = "a \\"team\\"" }
                headers = {}
                """, TomlWriter.backend(entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u001b[2J",
                "a\nb\r\t\u0000\u007f",
                "\\",
                "\"\"\"",
                "\u202e",
                "\u0085",
                "\ud83d\ude00",
                "\udb40\udc01"
            })
    void anyTextReadsBackAndNothingOfItReachesTheTerminalRaw(String text) {
        String toml = TomlWriter.backend(new BackendEntry(Map.of("name", text)));

        assertEquals(text, StateText.read("t", toml).added().getFirst().name().orElseThrow());
        assertTrue(toml.replace("\n", "").codePoints().allMatch(Shown::isPlain), toml);
    }

    @Test
    void soDoesAnyMix() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var settings = new LinkedHashMap<String, Object>();
            settings.put(text(random), text(random));
            settings.put("number", random.nextLong());
            settings.put("fraction", Math.scalb(random.nextDouble() - 0.5, random.nextInt(80) - 40));
            settings.put("table", Map.of(text(random), text(random), text(random) + "2", text(random)));
            var entry = new BackendEntry(settings);

            assertEquals(
                    entry,
                    StateText.read("t", TomlWriter.backend(entry)).added().getFirst());
        }
    }

    @Test
    void halfACharacterIsReplaced() {
        String toml = TomlWriter.backend(new BackendEntry(Map.of("name", "a\ud800b")));

        assertEquals(
                "a\ufffdb", StateText.read("t", toml).added().getFirst().name().orElseThrow());
    }

    @Test
    void whatNoKeyTakesIsRefused() {
        var entry = new BackendEntry(Map.of("name", LocalDate.EPOCH));

        assertThrows(IllegalArgumentException.class, () -> TomlWriter.backend(entry));
        assertThrows(
                IllegalArgumentException.class,
                () -> TomlWriter.backend(new BackendEntry(Map.of("timeout_seconds", Double.NaN))));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, 0x11000)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
