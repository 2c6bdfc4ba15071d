package nexus.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the pictures of `docs/images`, when asked to: `mvn test -pl nexus-app -am -Dtest=PagePicturesTest
/// -Dnexus.pictures=true`. Look at them before they are committed.
@EnabledIfSystemProperty(named = "nexus.pictures", matches = "true")
class PagePicturesTest {

    private static final Path FOLDER = Path.of("../docs/images");
    private static final int MOST_BYTES = 200_000;

    private Browser browser;

    @Test
    void theViewsArePictured() throws IOException {
        Files.createDirectories(FOLDER);
        try (var chromium = Browser.start();
                var nexus = RunningNexus.start("demo", "--port", "0")) {
            browser = chromium;
            chromium.open(nexus.url() + "/");
            nexus.awaitBackend("gpu-2-vllm", "unhealthy");
            Eventually.seen(
                    "full strips",
                    () -> nexus.json("/v1/backends/gpu-1-vllm?fields=checks")
                            .at("/checks/total")
                            .intValue(),
                    checks -> checks >= 8);
            chromium.awaitText("#sentence", "gpu-2-vllm");

            picture("fleet-dark", "#/", "dark", 1440, 810);
            picture("fleet-light", "#/", "light", 1440, 810);
            picture("backend-light", "#/backend/gpu-2-vllm", "light", 1440, 900);
            picture("models-dark", "#/models", "dark", 1440, 810);
            picture("fleet-narrow", "#/", "light", 390, 844);
            chromium.open(nexus.url() + "/status");
            picture("status-light", "", "light", 900, 780);
        }
    }

    private void picture(String name, String view, String scheme, int width, int height) throws IOException {
        browser.size(width, height);
        browser.wish("prefers-color-scheme", scheme);
        if (!view.isEmpty()) {
            browser.view(view);
            browser.await("body[data-view]");
            browser.await(
                    view.contains("/backend/")
                            ? "#backend .phasebar"
                            : view.contains("models") ? ".model" : "#row-gpu-1-vllm");
        }
        byte[] png = browser.picture();
        assertTrue(png.length < MOST_BYTES, name + ": " + png.length + " bytes");
        Files.write(FOLDER.resolve(name + ".png"), png);
    }
}
