package nexus.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetCountsTest {

    /// Some healthy, not all: degraded, whatever keeps the others. No backends at all: unhealthy.
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, healthy",
        "7, 0, 0, 0, healthy",
        "1, 1, 0, 0, degraded",
        "1, 0, 1, 0, degraded",
        "1, 0, 0, 1, degraded",
        "9, 1, 1, 1, degraded",
        "0, 1, 0, 0, unhealthy",
        "0, 0, 1, 0, unhealthy",
        "0, 0, 0, 1, unhealthy",
        "0, 0, 0, 0, unhealthy",
    })
    void theVerdictIsOverAllBackends(int healthy, int unhealthy, int unknown, int draining, String verdict) {
        var counts = new FleetCounts(healthy, unhealthy, unknown, draining, 0, 1);

        assertEquals(verdict, counts.verdict().text());
        assertEquals(healthy + unhealthy + unknown + draining, counts.total());
    }
}
