package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nexus.app.cli.Page.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final Paper NARROW = new Paper(40, true, false);

    private final Page page = new Page(NARROW);

    @Test
    void whatBelongsToALabelStandsBesideIt() {
        page.item("cause", "connected in 0.4 ms, then no answer for 5 s");

        assertEquals("  cause   connected in 0.4 ms, then no\n          answer for 5 s\n", page.text());
    }

    @Test
    void aLongWordIsBrokenWhereTheLineEnds() {
        page.item("url", "x".repeat(70));

        assertEquals(
                List.of(40, 40, 20), page.text().lines().map(String::length).toList());
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        page.item("seen", "模".repeat(20));

        assertEquals("  seen    " + "模".repeat(15) + "\n          " + "模".repeat(5) + "\n", page.text());
    }

    @Test
    void controlCharactersAreEscapedAndGapsAreSingle() {
        page.paragraph("a\u001b[31mb\nc");
        page.gap();
        page.gap();
        page.whole("\u0007end");

        assertEquals("  a\\u001b[31mb\\nc\n\n\\u0007end\n", page.text());
    }

    @Test
    void aStripShowsTimesAsHeights() {
        var checks =
                Json.read("""
                        [{"verdict":"healthy","latency_ms":1},{"verdict":"healthy","latency_ms":15},
                         {"verdict":"healthy","latency_ms":40},{"verdict":"healthy","latency_ms":60},
                         {"verdict":"healthy","latency_ms":99},{"verdict":"unhealthy","latency_ms":100},
                         {"verdict":"void","latency_ms":0}]""".getBytes(StandardCharsets.UTF_8)).orElseThrow().items();

        assertEquals("▁▂▃▅▇✗○", Strip.of(checks, 100, NARROW));
        assertEquals("_.-=#xo", Strip.of(checks, 100, new Paper(40, false, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "C.UTF-8, '', true",
        "en_US.utf8, '', true",
        "C, '', false",
        "de_DE.ISO-8859-1, '', false",
        "C, C.UTF-8, true",
        "C.UTF-8, POSIX, false",
    })
    void theLocaleSaysWhetherUnicodeCanBeShown(String lang, String all, boolean unicode) {
        var out = new PrintStream(new ByteArrayOutputStream());
        var terminal = new Terminal(out, out, Map.of("LANG", lang, "LC_ALL", all), () -> false);

        assertEquals(unicode, terminal.isUnicode());
        assertEquals(Paper.ENDLESS, Paper.of(terminal).width());
    }
}
