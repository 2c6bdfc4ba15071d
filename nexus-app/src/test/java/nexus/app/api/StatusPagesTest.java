package nexus.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nexus.app.health.BackendStatus.HEALTHY;
import static nexus.app.health.BackendStatus.UNHEALTHY;
import static nexus.app.health.BackendStatus.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.history.Histories;
import nexus.app.history.KeptPast;
import nexus.app.history.Past;
import nexus.app.page.PageFiles;
import org.junit.jupiter.api.Test;

/// What the public is told of the past; the clock stands at [Fleets#NOW] until a test moves it.
class StatusPagesTest {

    private static final PageFiles FILES = PageFiles.load();

    private final AtomicReference<Instant> now = new AtomicReference<>(Fleets.NOW);
    private final KeptPast past = new KeptPast();
    private final StatusPages pages = pages(Optional.of(past));

    @Test
    void uptimeDaysAndIncidentsAreToldButNoCauses() {
        down();

        String html = html(pages);

        assertTrue(html.contains("<b>90 %</b> healthy in 30 days"), html);
        assertTrue(html.contains("<rect class=\"unhealthy\""), html);
        assertTrue(html.contains("24 Nov 2026, 14:00 UTC</time> <span>was down for 1 h</span>"), html);
        assertFalse(html.contains("connection refused"), html);
    }

    @Test
    void thePastIsAskedForOnceAMinute() {
        html(pages);
        down();

        assertFalse(html(pages).contains("90 %"));
        now.set(Fleets.NOW.plusSeconds(59));
        assertFalse(html(pages).contains("healthy in 30 days"));
        now.set(Fleets.NOW.plusSeconds(60));
        assertTrue(html(pages).contains("healthy in 30 days"));
    }

    @Test
    void aNexusWithoutHistoryHasAStatusPageAllTheSame() {
        String html = html(pages(Optional.empty()));

        assertTrue(html.contains("1 of 3 backends are healthy"), html);
        assertFalse(html.contains("Incidents"), html);
    }

    private void down() {
        past.ran(ago(Duration.ofHours(12)), Fleets.NOW)
                .changed(ago(Duration.ofHours(10)), "gpu-1", UNKNOWN, HEALTHY)
                .changed(ago(Duration.ofHours(2)), "gpu-1", HEALTHY, UNHEALTHY)
                .changed(ago(Duration.ofHours(1)), "gpu-1", UNHEALTHY, HEALTHY)
                .rolledUp("gpu-1", Histories.hour(ago(Duration.ofHours(2)), 120, 60, 20));
    }

    private StatusPages pages(Optional<Past> past) {
        return new StatusPages(Fleets.mixed(), now::get, new Archive(past, Duration.ofSeconds(20)));
    }

    private static String html(StatusPages pages) {
        return new String(pages.page(FILES), UTF_8);
    }

    private static Instant ago(Duration age) {
        return Fleets.NOW.minus(age);
    }
}
