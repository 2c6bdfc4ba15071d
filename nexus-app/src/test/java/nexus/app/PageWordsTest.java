package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page's pure functions, called in the browser that they are for.
class PageWordsTest {

    private static final String FLEET = """
            const fleet = [
              {name: 'b', type: 'vllm', url: 'http://h1:1', status: 'healthy', latency_ms: 5, labels: {rack: 'r2'}, place: 0},
              {name: 'a', type: 'ollama', url: 'http://h1:2', status: 'unhealthy', labels: {rack: 'r1'}, place: 1},
              {name: 'c', type: 'vllm', url: 'http://h2:1', status: 'healthy', latency_ms: 9, labels: {}, place: 2}];
            """;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static RunningNexus nexus;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        nexus = RunningNexus.serve(folder, "[server]\nport = 0\n", Map.of());
        browser.open(nexus.url() + "/");
        browser.awaitText("h1", "Nothing is watched yet");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            nexus.close();
        }
    }

    @ParameterizedTest(name = "{0}: {1} reads {2}")
    @CsvSource(delimiter = '|', textBlock = """
            format.js | millis(undefined)      | –
            format.js | millis(0)              | 0 ms
            format.js | millis(0.04)           | <0.1 ms
            format.js | millis(3.14159)        | 3.1 ms
            format.js | millis(999.4)          | 999 ms
            format.js | millis(1234)           | 1.23 s
            format.js | millis(12345)          | 12.3 s
            format.js | span(59400)            | 59 s
            format.js | span(60000)            | 1 min
            format.js | span(7800000)          | 2 h 10 min
            format.js | span(90000000)         | 1 d 1 h
            format.js | span(-5)               | 0 s
            format.js | until(1000, 900)       | now
            format.js | until(31000, 1000)     | 30 s
            format.js | until(undefined, 1)    | –
            format.js | context(32768)         | 32k
            format.js | context(1048576)       | 1M
            format.js | context(512)           | 512
            format.js | plural(1, 'model')     | 1 model
            format.js | plural(12345, 'model') | 12,345 models
            text.js   | clean('a\\u202eb')     | a⟨U+202E⟩b
            text.js   | clean('a\\tb\\nc')     | a b c
            text.js   | clean('\\ud800')       | �
            text.js   | clean('abcdef', 3)     | abc… (6 characters)
            text.js   | because({kind: 'Timeout', text: 'Timeout(5)', cause: 'silence'}) | Timeout(5): silence
            text.js   | because({kind: 'ParseError', text: 'ParseError(HTML)', cause: 'HTML'}) | ParseError: HTML
            """)
    void wordsForNumbersAndStrangersTexts(String module, String call, String words) {
        assertEquals(words, called(module, "", "m." + call));
    }

    @ParameterizedTest(name = "{0} lists {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                   | a b c
            {sort: 'name'}                       | a b c
            {sort: 'configured'}                 | b a c
            {sort: 'latency'}                    | c b a
            {sort: 'no such order'}              | a b c
            {q: 'vllm h1'}                       | b
            {q: 'rack=r1'}                       | a
            {q: 'UNHEALTHY'}                     | a
            {status: 'healthy'}                  | b c
            {group: 'type'}                      | [ollama 1] a [vllm 2] b c
            {group: 'host', sort: 'name'}        | [h1 2] a b [h2 1] c
            {group: 'state'}                     | [unhealthy 1] a [healthy 2] b c
            {group: 'label:rack', sort: 'name'}  | [r1 1] a [r2 1] b [without this label 1] c
            """)
    void aWishArrangesTheFleet(String wish, String names) {
        assertEquals(
                names,
                called(
                        "arrange.js",
                        FLEET,
                        "m.arrange(fleet, " + wish
                                + ").lines.map(l => l.backend?.name ?? `[${l.group} ${l.count}]`).join(' ')"));
    }

    @Test
    void groupsThatAreFoldedKeepTheirHeading() {
        assertEquals(
                "vllm 1",
                called(
                        "arrange.js",
                        FLEET,
                        "m.arrange(fleet, {group: 'type'}, new Set(['vllm'])).lines.filter(l => l.folded).map(l => `${l.group} ${l.statuses.length}`).join()"));
    }

    @Test
    void everyLabelIsOneToGroupBy() {
        assertEquals(
                List.of("", "state", "type", "host", "label:rack"),
                called("arrange.js", FLEET, "m.groupings(fleet).map(each => each.value)"));
    }

    private static Object called(String module, String before, String expression) {
        String script = """
                const base = document.querySelector('script[type=module]').src.replace(/[^/]+$/, '');
                return import(base + arguments[0]).then(m => { %s return %s; });
                """.formatted(before, expression);
        return browser.js(script, module);
    }
}
