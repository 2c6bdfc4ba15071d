package nexus.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the pictures of `docs/images`, when asked to: `mvn test -pl nexus-app -am -Dtest=PagePicturesTest
/// -Dnexus.pictures=true`. Look at them, and make them small, before they are
/// committed.
@EnabledIfSystemProperty(named = "nexus.pictures", matches = "true")
class PagePicturesTest {

    private static final Path FOLDER = Path.of("../docs/images");

    /// So late in the demo's script two backends are down, and two have been.
    private static final int FULL = 27;

    private Browser browser;

    @Test
    void theViewsArePictured() throws IOException {
        Files.createDirectories(FOLDER);
        try (var chromium = Browser.start();
                var nexus = RunningNexus.start("demo", "--port", "0")) {
            browser = chromium;
            chromium.open(nexus.url() + "/");
            nexus.awaitBackend("gpu-2-vllm", "unhealthy");
            awaitChecks(nexus);
            chromium.awaitText("#sentence", "gpu-2-vllm");

            picture("fleet-dark", "#/", "dark", 1440, 810);
            picture("backend-light", "#/backend/gpu-2-vllm", "light", 1440, 900);
            chromium.open(nexus.url() + "/status");
            picture("status-light", "", "light", 900, 780);
        }
    }

    /// More than twenty seconds, so asked for piece by piece.
    private static void awaitChecks(RunningNexus nexus) {
        for (int wanted = 5; wanted <= FULL; wanted++) {
            int least = wanted;
            Eventually.seen(
                    least + " checks",
                    () -> nexus.json("/v1/backends/gpu-1-vllm?fields=checks")
                            .at("/checks/total")
                            .intValue(),
                    checks -> checks >= least);
        }
    }

    private void picture(String name, String view, String scheme, int width, int height) throws IOException {
        browser.size(width, height);
        browser.wish("prefers-color-scheme", scheme);
        if (!view.isEmpty()) {
            browser.view(view);
            browser.await("body[data-view]");
            browser.await(view.contains("/backend/") ? "#backend .phasebar" : "#row-gpu-1-vllm");
        }
        Files.write(FOLDER.resolve(name + ".png"), browser.picture());
    }
}
