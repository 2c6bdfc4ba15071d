package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// The page at `/` in a real browser, before a real Nexus that checks servers on real sockets.
class PageTest {

    private static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"object\":\"model\",\"max_model_len\":32768}]}";
    private static final String SECTIONS = """
            [server]
            port = %s
            admin_token_env = "ADMIN"

            [health_check]
            interval_seconds = 0.5
            startup_interval_seconds = 0.1
            timeout_seconds = 1
            """;
    private static final Map<String, String> ENV = Map.of("ADMIN", "the-token-of-this-test");

    private static Browser browser;

    @TempDir
    private Path folder;

    private StandIn good;
    private StandIn bad;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        good = StandIn.start("good", Behaviour.at("/v1/models", Reply.json(MODELS)));
        bad = StandIn.start("bad", Behaviour.always(Reply.of("500 Internal Server Error", "text/plain", "oops")));
    }

    @AfterEach
    void stop() {
        browser.open("about:blank");
        browser.forgetComplaints();
        good.close();
        bad.close();
    }

    @Test
    void aBackendIsExplainedWithCauseFixThresholdAndSettings() throws IOException {
        try (var nexus = serve("0")) {
            nexus.awaitBackend("bad", "unhealthy");
            browser.open(nexus.url() + "/#/backend/bad");

            browser.awaitText("#backend .problem", "HttpError(500)");
            browser.awaitText("#backend .problem", "What to do");
            browser.awaitText("#backend .seen", "oops");
            browser.awaitText("#backend .threshold", "unhealthy");
            browser.awaitText("#backend", "2 good checks turn it healthy");
            browser.awaitText("#backend details", "nexus.toml:6");
            browser.awaitText("#backend .events", "unknown → unhealthy");
            browser.awaitText("#backend .choices", "0 %24 hours");
            browser.awaitText("#backend .incidents", "still down");
            browser.heldWell();
        }
    }

    @Test
    void drainingAsksForTheTokenOnce() throws IOException {
        try (var nexus = serve("0")) {
            nexus.awaitBackend("good", "healthy");
            browser.open(nexus.url() + "/#/backend/good");
            browser.awaitText("#backend h2", "good");

            browser.click("#backend [data-act=drain]");
            browser.await("dialog[open] input").sendKeys("wrong");
            browser.click("dialog[open] .primary");
            browser.awaitText("dialog[open] h2", "That was not the token");
            browser.await("dialog[open] input").sendKeys("the-token-of-this-test");
            browser.click("dialog[open] .primary");

            browser.awaitText("#row-good .state", "draining");
            browser.awaitText("#backend .threshold, #backend .title .state", "draining");
            browser.click("#backend [data-act=undrain]");
            browser.awaitText("#row-good .state", "healthy");
            assertEquals("", browser.js("return Object.values(localStorage).join() + document.cookie"));
        }
    }

    @Test
    void theKeyboardAloneIsEnough() throws IOException {
        try (var nexus = serve("0")) {
            nexus.awaitBackend("bad", "unhealthy");
            browser.open(nexus.url() + "/");
            browser.await("#row-bad");

            browser.type("/", "good");
            browser.awaitText("#fleet .shown", "1 of 2");
            browser.type(Keys.ESCAPE, Keys.ENTER);
            browser.awaitText("#backend h2", "good");
            browser.type(Keys.ESCAPE, Keys.ESCAPE);
            browser.await("#row-bad");
            browser.type(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);
            browser.awaitText("#backend h2", "bad");
            browser.type("2");
            browser.awaitText("#models .grid", "Qwen/Qwen3-8B");
            browser.type("3");
            browser.await("body[data-view=events]");
            browser.type("?");
            browser.awaitText("dialog[open]", "next grouping");
            browser.type(Keys.ESCAPE);
            browser.await("body:not(:has(dialog))");
            browser.type("1", "g");
            browser.await("#fleet .heading");
            browser.heldWell();
        }
    }

    @Test
    void aServerThatGoesAndComesBackIsNoticed() throws IOException {
        String port;
        try (var nexus = serve("0")) {
            port = Integer.toString(URI.create(nexus.url()).getPort());
            nexus.awaitBackend("bad", "unhealthy");
            browser.open(nexus.url() + "/");
            browser.awaitText("#link", "live");
        }
        browser.awaitText("#link", "no connection · what you see is ");
        assertTrue(((String) browser.js("return document.title")).contains("no connection"));
        browser.await("#row-bad");

        bad.become(Behaviour.at("/v1/models", Reply.json(MODELS)));
        try (var nexus = serve(port)) {
            nexus.awaitBackend("bad", "healthy");
            browser.awaitText("#link", "live");
            browser.awaitText("#sentence", "All 2 backends are healthy");
            browser.awaitText("#row-bad .state", "healthy");
            browser.awaitText("#events", "was started");
        }
    }

    @Test
    void whatHostileServersSayIsTextAndStaysInItsPlace() throws IOException {
        String script = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>";
        String names = "[{\"id\":\"" + script + "\"},{\"id\":\"\\u202egnp.live\\u202c\"},{\"id\":\""
                + "long".repeat(2500) + "\"},{\"id\":\"\\u0000\\u001b[31m\\u2028\"}]";
        good.become(Behaviour.at("/v1/models", Reply.json("{\"object\":\"list\",\"data\":" + names + "}")));
        bad.become(Behaviour.always(Reply.of("500 " + script, "text/html", "\u202e" + script)));
        try (var nexus = serve("0")) {
            nexus.awaitBackend("bad", "unhealthy");
            nexus.awaitBackend("good", "healthy");
            for (String view :
                    new String[] {"/#/", "/#/models", "/#/backend/good", "/#/backend/bad", "/#/events", "/status"}) {
                browser.open("about:blank");
                browser.open(nexus.url() + view);
                browser.awaitText("h1", "1 of 2 backends");
                browser.await(view.contains("/backend/") ? "#backend .body > *" : "main");

                assertEquals(null, browser.js("return window.hacked ?? null"), view);
                assertEquals(0L, browser.js("return document.querySelectorAll('img, main script').length"), view);
                assertFalse(browser.text("body").matches("(?s).*[\u202e\u0000\u001b].*"), view);
                assertEquals(
                        true,
                        browser.js("return document.documentElement.scrollWidth <= innerWidth"),
                        view + " is no wider than the window");
            }
            browser.open(nexus.url() + "/#/models");
            browser.awaitText("#models .grid", "<script>");
            browser.awaitText("#models .grid", "⟨U+202E⟩gnp.live");
            browser.heldWell();
        }
    }

    @Test
    void anEmptyFleetSaysWhatToDo() throws IOException {
        try (var nexus = RunningNexus.serve(folder, "[server]\nport = 0\n", Map.of())) {
            browser.open(nexus.url() + "/");

            browser.awaitText("h1", "Nothing is watched yet");
            browser.awaitText("#fleet .empty", "nexus discover");
            browser.view("#/models");
            browser.awaitText("#models .empty", "appears here once");
            browser.view("#/backend/nobody");
            browser.awaitText("#backend .empty", "No backend has the name nobody");
            browser.heldWell();
        }
    }

    private RunningNexus serve(String port) throws IOException {
        var toml = new StringBuilder(SECTIONS.formatted(port));
        for (var server : new StandIn[] {good, bad}) {
            toml.append("\n[[backends]]\nname = \"" + server.name() + "\"\nurl = \"" + server.url()
                    + "\"\ntype = \"vllm\"\n");
        }
        return RunningNexus.serve(folder, toml.toString(), ENV);
    }
}
