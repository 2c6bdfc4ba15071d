package nexus.app.api;

import java.util.concurrent.atomic.AtomicReference;
import nexus.app.registry.FleetCounts;

/// Keeps the bytes of `/health` until a count or the second is another one. Thread-safe; never waits.
final class HealthPage {

    private record Page(FleetCounts counts, long uptime, byte[] bytes) {
        boolean shows(FleetCounts counts, long uptime) {
            return this.counts.equals(counts) && this.uptime == uptime;
        }
    }

    private final ApiInfo info;
    private final AtomicReference<Page> kept;

    HealthPage(ApiInfo info) {
        this.info = info;
        kept = new AtomicReference<>(page(new FleetCounts(0, 0, 0, 0, 0, 0), 0));
    }

    /// The document for these counts now; the array is shared and not to be changed.
    byte[] of(FleetCounts counts) {
        long uptime = info.uptimeSeconds();
        var page = kept.get();
        if (!page.shows(counts, uptime)) {
            page = page(counts, uptime);
            kept.set(page);
        }
        return page.bytes();
    }

    private Page page(FleetCounts counts, long uptime) {
        return new Page(counts, uptime, HealthJson.of(counts, info, uptime));
    }
}
