package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import nexus.app.Browser;
import nexus.app.Eventually;
import nexus.app.RunningNexus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole tour, watched on the page: every trouble is there within a second of its event, and so is its end.
class TourOnThePageTest {

    private static final long SOON_MILLIS = 1000;

    private static final String TIMING = """
            [server]
            port = 0

            [health_check]
            interval_seconds = 0.5
            startup_interval_seconds = 0.1
            timeout_seconds = 1
            """;

    /// Notes when a backend came to a state on the page, by the clock that the server has too.
    private static final String NOTING = """
            window.noted = {};
            let before = new Set();
            const says = row => row.querySelector('a').textContent + ' ' + row.querySelector('.state').textContent;
            const look = () => {
              const shown = new Set([...document.querySelectorAll('#fleet .layer .row')].map(says));
              for (const each of shown) if (!before.has(each)) noted[each] = Date.now();
              before = shown;
            };
            new MutationObserver(look).observe(document.getElementById('fleet'),
                {subtree: true, childList: true, characterData: true});
            look();
            """;

    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    private Browser browser;
    private RunningNexus nexus;
    /// The last event before the script's last step.
    private long stepAt;

    @Test
    void everyTroubleIsSeenWithinASecondOfItsEvent() throws Exception {
        try (var page = Browser.start();
                var demo = DemoFleet.start(stage, Tour.SCRIPT, stage);
                var running = RunningNexus.serve(folder, toml(demo), Map.of())) {
            browser = page;
            nexus = running;
            page.open(running.url() + "/");
            page.awaitText("#sentence", "10 of 11 backends healthy");
            page.js(NOTING);
            page.awaitText("#sentence", "still loading a model");
            after("has loaded its model");
            seen(Cast.OLD_SERVER, "healthy");
            page.awaitText("#sentence", "All 11 backends are healthy");

            after("lost its engine");
            seen(Cast.GPU_2, "unhealthy");
            says(Cast.GPU_2, "engine is dead");
            after("gained a model");
            page.awaitText("#events", Cast.OLLAMA + " gained my/gemma-copy:q4");
            after("fell asleep");
            seen(Cast.LAPTOP, "unhealthy");
            says(Cast.LAPTOP, "no answer");
            after("login page");
            seen(Cast.GATEWAY, "unhealthy");
            says(Cast.GATEWAY, "HTML");

            after("woke up");
            seen(Cast.LAPTOP, "healthy");
            after("died");
            seen(Cast.EXO, "unhealthy");
            says(Cast.EXO, "refuses connections");
            after("lets Nexus in again");
            seen(Cast.GATEWAY, "healthy");
            after("is back");
            seen(Cast.EXO, "healthy");
            after("was restarted");
            seen(Cast.GPU_2, "healthy");
            page.awaitText("#sentence", "All 11 backends are healthy");
            page.heldWell();
        }
    }

    /// Waits for the event, and holds when the page showed what it tells.
    private void seen(String name, String status) {
        String asked = "/v1/events?type=status_changed&backend=" + name + "&since=" + stepAt;
        var event = Eventually.seen(
                        name + " " + status,
                        () -> nexus.json(asked).get("data").valueStream().findFirst(),
                        found -> found.filter(one -> one.get("new").textValue().equals(status))
                                .isPresent())
                .orElseThrow();
        long at = Instant.parse(event.get("at").textValue()).toEpochMilli();
        long shown = Eventually.seen(
                name + " " + status + " on the page",
                () -> (Long) browser.js("return window.noted[arguments[0]] ?? 0", name + " " + status),
                noted -> noted >= at);
        assertTrue(shown - at < SOON_MILLIS, name + " " + status + " after " + (shown - at) + " ms");
    }

    private void says(String name, String words) {
        browser.awaitText("#row-" + name + " .says", words);
    }

    /// Lets the script go on until it tells this.
    private void after(String words) throws InterruptedException {
        stepAt = nexus.json("/v1/events").get("last_id").longValue();
        while (!stage.next().contains(words)) {
            // The next step, then.
        }
    }

    private static String toml(DemoFleet demo) {
        var toml = new StringBuilder(TIMING);
        for (var role : Cast.ALL) {
            toml.append("\n[[backends]]\nname = \"%s\"\nurl = \"%s\"\ntype = \"%s\"\n"
                    .formatted(
                            role.name(), demo.standIn(role.name()).orElseThrow().url(), role.type()));
        }
        return toml.toString();
    }
}
