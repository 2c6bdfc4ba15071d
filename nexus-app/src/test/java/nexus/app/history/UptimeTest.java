package nexus.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {

    @ParameterizedTest
    @CsvSource({
        // healthy and unhealthy for so many milliseconds
        "1000,       0,          100.000",
        "0,          1000,         0.000",
        "999996,     4,           99.999",
        "2591999999, 1,           99.999",
        "1,          2591999999,   0.001",
        "2,          1,           66.666",
        "9999,       1,           99.990",
    })
    void onlyAllOfTheTimeIsAHundredAndOnlyNoneOfItIsNothing(long healthy, long unhealthy, BigDecimal percent) {
        var uptime = new Uptime(Map.of(
                Condition.HEALTHY, Duration.ofMillis(healthy), Condition.UNHEALTHY, Duration.ofMillis(unhealthy)));

        assertEquals(Optional.of(percent), uptime.percent());
    }

    @Test
    void whereNothingIsKnownThereIsNoUptime() {
        var uptime = new Uptime(Map.of(
                Condition.UNKNOWN, Duration.ofHours(1),
                Condition.DRAINING, Duration.ofHours(1),
                Condition.NOT_OBSERVED, Duration.ofHours(6)));

        assertEquals(Optional.empty(), uptime.percent());
        assertEquals(Optional.of(new BigDecimal("25.000")), uptime.observedPercent());
        assertEquals(Optional.empty(), new Uptime(Map.of()).observedPercent());
    }

    @Test
    void whatIsNotObservedCountsNeitherWay() {
        var uptime = new Uptime(Map.of(
                Condition.HEALTHY, Duration.ofHours(3),
                Condition.UNHEALTHY, Duration.ofHours(1),
                Condition.UNKNOWN, Duration.ofHours(2),
                Condition.NOT_OBSERVED, Duration.ofDays(20)));

        assertEquals(Optional.of(new BigDecimal("75.000")), uptime.percent());
    }
}
