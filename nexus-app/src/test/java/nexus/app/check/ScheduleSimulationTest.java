package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten thousand backends on a clock that is moved by hand: checks stay evenly spread, whatever happens to
/// the fleet.
class ScheduleSimulationTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /// An hour; a day where there is time (`./verify --long`).
    private static final long HOURS = System.getenv("NEXUS_TEST_LONG") == null ? 1 : 24;

    private static final IntFunction<Duration> TWO = _ -> Duration.ofSeconds(2);
    private static final IntFunction<Duration> FIVE = _ -> Duration.ofSeconds(5);
    private static final IntFunction<Duration> MIXED = i -> Duration.ofSeconds(i % 3 == 0 ? 30 : 5);

    @Test
    void aSteadyFleetStartsAtMostAQuarterMoreThanItsShareInAnySecond() {
        // given 10 000 backends, a third of them with another interval
        var fleet = new SimulatedFleet(10_000, MIXED);

        // when an hour passes after the start has settled
        fleet.run(60 * SECOND);
        long span = HOURS * 3600 * SECOND;
        var starts = fleet.run(span);

        // then
        starts.assertEven(allowed(10_000 / 3.0 / 30 + 10_000 * 2 / 3.0 / 5));
        starts.assertEachBackend(10_000, span, MIXED, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 2000})
    void aFleetOfAnySizeIsEven(int size) {
        var fleet = new SimulatedFleet(size, TWO);
        fleet.run(30 * SECOND);
        fleet.run(300 * SECOND).assertEven(allowed(size / 2.0));
    }

    @Test
    void afterAStallTheFleetContinuesEvenlyInsteadOfAllAtOnce() {
        // given
        var fleet = new SimulatedFleet(10_000, FIVE);
        fleet.run(60 * SECOND);

        // when the process stands still for 20 s
        fleet.stall(20 * SECOND);
        var starts = fleet.run(300 * SECOND);

        // then nothing bunches, and at most one turn of each backend is lost besides those of the stall itself
        starts.assertEven(allowed(2000));
        starts.assertEachBackend(10_000, 300 * SECOND, FIVE, 1);
    }

    @Test
    void shortStallsAreMadeUpForWithoutABurst() {
        var fleet = new SimulatedFleet(10_000, FIVE);
        fleet.run(60 * SECOND);
        var starts = new Starts();
        for (int i = 0; i < 60; i++) {
            fleet.stall(TimeUnit.MILLISECONDS.toNanos(150));
            fleet.run(SECOND * 2, starts);
        }
        starts.assertEven(allowed(2000));
    }

    @Test
    void threeThousandThatDieAndComeBackAtOnceStayEven() {
        // given
        var fleet = new SimulatedFleet(10_000, FIVE);
        fleet.run(60 * SECOND);

        // when they die, hang until their timeout for a minute, and come back
        fleet.hang(i -> i % 10 < 3, Duration.ofSeconds(2));
        var dying = fleet.run(60 * SECOND);
        fleet.hang(_ -> false, Duration.ZERO);
        var reviving = fleet.run(60 * SECOND);

        // then
        dying.assertEven(allowed(2000));
        reviving.assertEven(allowed(2000));
        reviving.assertEachBackend(10_000, 60 * SECOND, FIVE, 1);
    }

    @Test
    void aSlowBackendKeepsItsRhythmAndNeverOverlaps() {
        // given checks that take 1.9 s of a 2 s interval
        var fleet = new SimulatedFleet(100, TWO);
        fleet.hang(_ -> true, Duration.ofMillis(1900));
        fleet.run(20 * SECOND);

        // then the next is armed from the plan, not from the end
        fleet.run(200 * SECOND).assertEachBackend(100, 200 * SECOND, TWO, 0);
    }

    @Test
    void anOverrunSkipsAndNeverStacks() {
        // given checks that take 2.5 intervals
        var fleet = new SimulatedFleet(100, TWO);
        fleet.hang(_ -> true, Duration.ofSeconds(5));
        fleet.run(60 * SECOND);

        // when
        var starts = fleet.run(600 * SECOND);

        // then every third slot is used
        assertEquals(100, starts.count() / 100, 1, "600 s in steps of 6 s");
    }

    static int allowed(double perSecond) {
        return (int) Math.ceil(1.25 * perSecond) + 2;
    }
}
