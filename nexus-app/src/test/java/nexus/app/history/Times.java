package nexus.app.history;

import java.time.Instant;

/// Minutes of a morning.
final class Times {

    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private Times() {}

    /// So many minutes after [#START].
    static Instant m(long minutes) {
        return START.plusSeconds(60 * minutes);
    }
}
