package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people need who don't see colours, don't see at all, use no mouse, or have a small screen.
class PageAccessTest {

    private static Browser browser;
    private static RunningNexus nexus;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        nexus = RunningNexus.start("demo", "--port", "0");
        nexus.awaitHealth(
                "a trouble", health -> health.at("/backends/unhealthy").intValue() > 0);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            nexus.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2} wide")
    @CsvSource(delimiter = '|', textBlock = """
            /#/                     | dark  | 1600
            /#/?group=state         | light | 1600
            /#/?q=nobody-is-so      | light | 1600
            /#/backend/gpu-2-vllm   | light | 1600
            /#/backend/gpu-2-vllm   | dark  | 1600
            /#/backend/gpu-2-vllm   | dark  | 360
            /#/                     | light | 360
            /#/models               | light | 1600
            /#/models               | dark  | 360
            /#/events               | dark  | 900
            /status                 | light | 900
            /status                 | dark  | 360
            """)
    void axeFindsNothing(String view, String scheme, int width) {
        browser.open("about:blank");
        browser.size(width, 900);
        browser.wish("prefers-color-scheme", scheme);
        browser.open(nexus.url() + view);
        browser.awaitText("h1", "healthy");
        if (view.contains("/backend/")) {
            browser.await("#backend table");
            browser.js("document.querySelector('#backend details').open = true");
        }

        assertEquals(List.of(), found());
        assertTrue((Boolean) browser.js("return document.documentElement.scrollWidth <= innerWidth"), "no wider");
    }

    @Test
    void aDialogHasNoFaultsEither() {
        browser.size(1440, 900);
        browser.open(nexus.url() + "/");
        browser.awaitText("h1", "healthy");
        browser.type("?");
        browser.await("dialog[open]");

        assertEquals(List.of(), found());
    }

    @Test
    void whoWantsNoMotionHasNone() {
        browser.wish("prefers-reduced-motion", "reduce");
        browser.open(nexus.url() + "/");
        browser.awaitText("h1", "healthy");

        assertEquals(0L, browser.js("return document.getAnimations().length"));
    }

    private static List<String> found() {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .map(PageAccessTest::words)
                        .toList();
    }

    private static String words(Rule rule) {
        var nodes =
                rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
        return rule.getId() + ": " + rule.getHelp() + " " + nodes;
    }
}
