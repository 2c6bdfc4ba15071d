package nexus.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import nexus.app.config.Origins;
import nexus.app.registry.FleetCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthJsonTest {

    @Test
    void theKeysStandInThePromisedOrder() {
        assertEquals("""
                {"status":"degraded","uptime_seconds":150,\
                "backends":{"total":10,"healthy":1,"unhealthy":2,"unknown":3,"draining":4},\
                "models":5,"version":"0.1.0","health_check":{"enabled":true}}
                """, text(new FleetCounts(1, 2, 3, 4, 5, 9), Fleets.INFO));
    }

    @ParameterizedTest(name = "{0} healthy, {1} unhealthy, {2} unknown, {3} draining: {4}")
    @CsvSource({
        "0, 0, 0, 0, unhealthy",
        "1, 0, 0, 0, healthy",
        "3, 0, 0, 0, healthy",
        "0, 1, 0, 0, unhealthy",
        "0, 0, 1, 0, unhealthy",
        "1, 1, 0, 0, degraded",
        "1, 0, 1, 0, degraded",
        "1, 0, 0, 1, degraded"
    })
    void theStatusFollowsFromTheCounts(int healthy, int unhealthy, int unknown, int draining, String status) {
        String text = text(new FleetCounts(healthy, unhealthy, unknown, draining, 0, 0), Fleets.INFO);

        assertEquals("{\"status\":\"" + status + "\"", text.substring(0, text.indexOf(',')));
    }

    @Test
    void aClockThatWasSetBackGivesNoNegativeUptime() {
        var info = new ApiInfo(
                "1", false, Fleets.NOW, InstantSource.fixed(Fleets.NOW.minusSeconds(5)), () -> Origins.NONE);

        assertEquals("""
                {"status":"unhealthy","uptime_seconds":0,\
                "backends":{"total":0,"healthy":0,"unhealthy":0,"unknown":0,"draining":0},\
                "models":0,"version":"1","health_check":{"enabled":false}}
                """, text(new FleetCounts(0, 0, 0, 0, 0, 0), info));
    }

    private static String text(FleetCounts counts, ApiInfo info) {
        return new String(HealthJson.of(counts, info, info.uptimeSeconds()), UTF_8);
    }
}
