package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nexus.app.explain.Explanation;
import nexus.app.explain.Shapes;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `nexus why` shows of a backend of each kind, held against a file each.
class WhyTextTest {

    private static final Map<String, Explanation> SHAPES = Shapes.all();

    static List<Named<String>> everyShape() {
        return SHAPES.keySet().stream().map(name -> Named.of(name, name)).toList();
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void eachKindHasItsScreen(String shape) throws IOException {
        assertEquals(golden(shape), Screens.of(SHAPES.get(shape)));
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void itFitsAScreenAndKeepsSecrets(String shape) {
        String screen = Screens.of(SHAPES.get(shape));

        assertTrue(screen.lines().count() <= 24, screen);
        assertTrue(screen.lines().allMatch(line -> Screens.width(line) <= 80), screen);
        assertFalse(screen.contains(Shapes.SECRET), screen);
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void withoutUnicodeItIsAscii(String shape) {
        String screen = Screens.of(SHAPES.get(shape), new Page.Paper(80, false, false), true);

        assertTrue(screen.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n'), screen);
    }

    @Test
    void coloursMarkVerdictsAndStrip() {
        String screen = Screens.of(SHAPES.get("healthy-failing"), new Page.Paper(80, true, true), false);

        assertTrue(screen.startsWith("\u001b[32m✓\u001b[0m gpu-1"), screen);
        assertTrue(screen.contains("\u001b[31m✗\u001b[0m"), screen);
    }

    @Test
    void allSettingsAreShownWhenAsked() {
        String screen = Screens.of(SHAPES.get("healthy"), new Page.Paper(100, true, false), true);

        assertTrue(screen.contains("  config  priority = 50"), screen);
        assertTrue(screen.contains("timeout_seconds = 5"), screen);
        assertTrue(screen.contains("tls.insecure = false"), screen);
    }

    @Test
    void whatProgramsReadIsNotWrapped() {
        String screen = Screens.of(SHAPES.get("wrong-key"), new Page.Paper(Page.Paper.ENDLESS, true, false), false);

        assertTrue(screen.lines().anyMatch(line -> line.endsWith("was sent): invalid key ***")), screen);
    }

    private static String golden(String shape) throws IOException {
        try (InputStream file = WhyTextTest.class.getResourceAsStream("why/" + shape + ".txt")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
