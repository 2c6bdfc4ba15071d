package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import nexus.app.Browser;
import nexus.app.Eventually;
import nexus.app.config.BackendConfig;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;

/// Ten thousand backends on the page, by the page's own figures.
class PageCrowdTest {

    private static final int CROWD = 10_000;
    /// In the page at once: what fits on the screen, and a few more.
    private static final int MOST_ROWS = 60;
    private static final double MOST_MEGABYTES = 80;
    /// Of the processor, for all of it: to load, to scroll from end to end, two thousand events, a search.
    private static final double MOST_WORK_SECONDS = 6;
    /// By the clock, which a machine that does much else stretches: only a broken page reaches it.
    private static final long LONGEST_TASK_MILLIS = 5000;
    private static final ModelList ONE = ModelList.of(Model.named("tiny"));

    private static final String OBSERVE = """
            window.tasks = [];
            new PerformanceObserver(list => tasks.push(...list.getEntries().map(each => Math.round(each.duration))))
                .observe({type: 'longtask', buffered: true});
            """;

    @Test
    void thePageStaysSmallAndSmooth() throws IOException {
        var registry = crowd();
        try (var browser = Browser.start();
                var served = Served.with(registry)) {
            browser.countWork();
            browser.open("http://127.0.0.1:" + served.port() + "/");
            browser.js(OBSERVE);
            browser.awaitText("#sentence", "9,000 of 10,000 backends healthy");
            browser.await("#fleet .layer .row[data-status=unhealthy]");

            long rows = scrollThrough(browser);
            IntStream.range(0, 2000).forEach(i -> Fleets.fail(registry, name(i), 3, refused()));
            browser.awaitText("#sentence", "7,200 of 10,000");
            browser.type("/", "backend-0099");
            browser.awaitText("#fleet .shown", "10 of 10,000");
            browser.await("#row-backend-00999");

            held(browser, rows);
            browser.heldWell();
        }
    }

    /// @return how many rows were in the page at most
    private static long scrollThrough(Browser browser) {
        long rows = 0;
        for (int percent = 0; percent <= 100; percent += 5) {
            browser.js(
                    "const g = document.querySelector('#fleet .grid'); g.scrollTop = g.scrollHeight * arguments[0]",
                    percent / 100.0);
            rows = Math.max(rows, (Long) browser.js("return document.querySelectorAll('#fleet .row').length"));
        }
        Eventually.seen(
                "the last rows",
                () -> (Boolean) browser.js("return document.querySelector('#row-backend-09999') != null"),
                seen -> seen);
        browser.awaitText("#row-backend-09999 .models", "1");
        return rows;
    }

    private static void held(Browser browser, long rows) {
        var longest = (Long) browser.js("return Math.max(0, ...tasks)");
        var total = (Long) browser.js("return tasks.reduce((sum, each) => sum + each, 0)");
        double work = browser.workSeconds();
        double megabytes = ((Number) browser.js("return performance.memory.usedJSHeapSize / 1e6")).doubleValue();
        System.out.printf(
                "10 000 backends: %d rows in the page, %.1f s of work, longest task %d ms, all long ones %d ms, %.0f MB%n",
                rows, work, longest, total, megabytes);

        assertTrue(rows <= MOST_ROWS, rows + " rows");
        assertTrue(work > 0 && work <= MOST_WORK_SECONDS, work + " s");
        assertTrue(longest <= LONGEST_TASK_MILLIS, longest + " ms");
        assertTrue(megabytes <= MOST_MEGABYTES, megabytes + " MB");
    }

    /// Each tenth one is down.
    private static Registry crowd() {
        var registry = Fleets.of(IntStream.range(0, CROWD)
                .mapToObj(i -> Fleets.backend(name(i), "vllm"))
                .toArray(BackendConfig[]::new));
        for (int i = 0; i < CROWD; i++) {
            if (i % 10 == 0) {
                Fleets.fail(registry, name(i), 3, refused());
            } else {
                Fleets.succeed(registry, name(i), 2, ONE);
            }
        }
        assertEquals(CROWD / 10, registry.counts().unhealthy());
        return registry;
    }

    private static ConnectionFailed refused() {
        return new ConnectionFailed("connection refused", "start the server");
    }

    private static String name(int number) {
        return "backend-%05d".formatted(number);
    }
}
