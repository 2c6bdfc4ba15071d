package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.config.Origins;
import nexus.app.registry.FleetCounts;
import org.junit.jupiter.api.Test;

class HealthPageTest {

    private static final FleetCounts ONE_UP = new FleetCounts(1, 0, 0, 0, 2, 5);
    private static final FleetCounts ONE_DOWN = new FleetCounts(0, 1, 0, 0, 0, 6);

    private final AtomicReference<Instant> now = new AtomicReference<>(Fleets.NOW);
    private final ApiInfo info = new ApiInfo("1", true, Fleets.NOW, now::get, () -> Origins.NONE);
    private final HealthPage page = new HealthPage(info);

    @Test
    void theDocumentIsMadeOnceASecond() {
        byte[] first = page.of(ONE_UP);
        now.set(Fleets.NOW.plusMillis(999));

        assertSame(first, page.of(new FleetCounts(1, 0, 0, 0, 2, 5)));
    }

    @Test
    void aChangeOfTheFleetIsShownAtOnceAndSoIsTheNextSecond() {
        assertArrayEquals(HealthJson.of(ONE_UP, info, info.uptimeSeconds()), page.of(ONE_UP));
        assertArrayEquals(HealthJson.of(ONE_DOWN, info, info.uptimeSeconds()), page.of(ONE_DOWN));
        now.set(Fleets.NOW.plusSeconds(1));
        assertArrayEquals(HealthJson.of(ONE_DOWN, info, info.uptimeSeconds()), page.of(ONE_DOWN));
    }
}
