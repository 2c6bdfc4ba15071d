package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The start of ten thousand backends on a clock that is moved by hand.
class StartSimulationTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SIZE = 10_000;
    private static final long SPREAD = SIZE * SECOND / Intervals.STARTS_PER_SECOND;
    /// What the last first check may be behind that: the pace is a little less, and second looks have a part of it.
    private static final long BEHIND = SECOND / 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9})
    void soManyOfTenHostileDelayNobodyAndTheFleetIsKnownInTime(int hostile) {
        try (var fleet = fleet(hostile)) {
            // when
            var starts = fleet.run(12 * SECOND);

            // then
            int most = starts.mostInASecond();
            assertTrue(most <= Intervals.STARTS_PER_SECOND, "connections in a second: " + most);
            assertTrue(
                    fleet.lastFirstEnd() <= SPREAD + TIMEOUT.toNanos() + BEHIND,
                    "first checks ended at " + fleet.lastFirstEnd());
            assertTrue(fleet.allHealthyAt() <= 2 * SPREAD + SECOND, "healthy at " + fleet.allHealthyAt());
        }
    }

    /// A cold machine: the ticker stands still again and again. Nobody is skipped then, and who has not
    /// failed goes first: a first look before the next one at those that hang.
    @ParameterizedTest
    @CsvSource({"0, 300", "3, 300", "6, 300", "0, 700", "3, 700", "6, 700", "0, 1500", "3, 1500"})
    void aStallInTheStartCostsNoMoreThanItLasts(int hostile, long millis) {
        try (var fleet = fleet(hostile)) {
            // when
            long stall = TimeUnit.MILLISECONDS.toNanos(millis);
            fleet.run(SECOND);
            fleet.stall(stall);
            fleet.run(3 * SECOND);
            fleet.stall(stall);
            fleet.run(10 * SECOND);

            // then
            assertTrue(
                    fleet.lastFirstEnd() <= SPREAD + TIMEOUT.toNanos() + BEHIND + 2 * stall,
                    "first checks ended at " + fleet.lastFirstEnd());
            assertTrue(fleet.allHealthyAt() <= 2 * SPREAD + SECOND + 2 * stall, "healthy at " + fleet.allHealthyAt());
        }
    }

    private static SimulatedFleet fleet(int hostile) {
        var fleet = new SimulatedFleet(SIZE, _ -> Duration.ofSeconds(5));
        fleet.hang(i -> i % 10 < hostile, TIMEOUT);
        fleet.fail(i -> i % 10 < hostile);
        return fleet;
    }
}
