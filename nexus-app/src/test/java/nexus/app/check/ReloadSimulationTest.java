package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.Timing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two thousand backends on a clock that is moved by hand, while the fleet is replaced under their checks.
class ReloadSimulationTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SIZE = 2000;

    private final List<SimulatedFleet> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SimulatedFleet::close);
    }

    /// Whether no reload of the storm touches it: half of those that were there at first.
    private static boolean isUnchanged(int i) {
        return i < SIZE && i / 10 % 2 == 1;
    }

    private static List<String> unchanged() {
        return IntStream.range(0, SIZE)
                .filter(ReloadSimulationTest::isUnchanged)
                .mapToObj(i -> "b" + i)
                .toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static Duration interval(int i) {
        return Duration.ofSeconds(i % 4 == 0 ? 2 : 5);
    }

    private SimulatedFleet settled(int size) {
        var fleet = new SimulatedFleet(size, ReloadSimulationTest::interval);
        open.add(fleet);
        // some are under way whenever a reload comes
        fleet.hang(i -> i % 10 == 3, Duration.ofMillis(1500));
        fleet.run(60 * SECOND);
        return fleet;
    }

    @Test
    void underAReloadEverySecondNoCheckOfAnUnchangedBackendIsMissedDoubledOrMoved() {
        // given
        var quiet = settled(SIZE).run(120 * SECOND, new Starts().ofEach());
        var fleet = settled(SIZE);
        var phases = unchanged().stream().collect(Collectors.toMap(name -> name, fleet::phase));

        // when each second for a minute others come, go and get another interval
        var random = new Random(5);
        var stormy = new Starts().ofEach();
        for (int i = 0; i < 60; i++) {
            fleet.reload(storm(fleet.configs(), random, SIZE + 100 * i));
            fleet.run(SECOND, stormy);
        }
        fleet.run(60 * SECOND, stormy);

        // then those that kept their place start exactly as without reloads
        int moved = 0;
        for (var name : unchanged()) {
            if (fleet.phase(name) == phases.get(name)) {
                assertEquals(quiet.of(name), stormy.of(name), name);
            } else {
                moved++;
            }
            assertRhythm(name, stormy.of(name), interval(number(name)), 120 * SECOND);
        }
        assertTrue(moved > 0 && moved < 500, moved + " moved");
    }

    /// Between two checks there is one interval, but for a step of the phase and a step of the ticker.
    private static void assertRhythm(String name, List<Long> starts, Duration interval, long span) {
        double most = interval.toNanos() * (1 + Rhythm.STEP) + Ticker.STEP;
        double least = interval.toNanos() * (1 - Rhythm.STEP) - Ticker.STEP;
        for (int i = 1; i < starts.size(); i++) {
            long gap = starts.get(i) - starts.get(i - 1);
            assertTrue(gap >= least && gap <= most, name + " after " + gap / 1e9 + " s");
        }
        assertTrue(starts.size() >= span / most - 1, name + " was checked " + starts.size() + " times");
    }

    private static List<BackendConfig> storm(List<BackendConfig> before, Random random, int next) {
        var after = new ArrayList<BackendConfig>();
        for (var config : before) {
            switch (isUnchanged(number(config.name())) ? 9 : random.nextInt(20)) {
                case 0 -> {}
                case 1 -> after.add(retimed(config, Duration.ofMillis(1000 + 500 * random.nextInt(10))));
                default -> after.add(config);
            }
        }
        for (int i = random.nextInt(100); i > 0; i--) {
            after.add(random.nextInt(after.size()), SimulatedFleet.config(next + i, interval(i)));
        }
        return after;
    }

    private static BackendConfig retimed(BackendConfig config, Duration interval) {
        return config.withTiming(
                new Timing(interval, config.timing().timeout(), config.timing().startup(), interval, interval));
    }

    @Test
    void newOnesAreCheckedAtOnceAndThoseThatAreGoneNeverAgain() {
        // given
        var fleet = settled(SIZE);
        var after = new ArrayList<>(fleet.configs().subList(500, SIZE));
        IntStream.range(0, 300).forEach(i -> after.add(SimulatedFleet.config(SIZE + i, Duration.ofSeconds(30))));
        var gone = IntStream.range(0, 500).mapToObj(i -> "b" + i).collect(Collectors.toSet());

        // when
        fleet.reload(after);
        var starts = fleet.run(SECOND / 5, new Starts().ofEach());
        fleet.run(20 * SECOND, starts);

        // then
        Set<String> checked = new HashSet<>(starts.names());
        checked.retainAll(gone);
        assertEquals(Set.of(), checked);
        for (int i = 0; i < 300; i++) {
            var times = starts.of("b" + (SIZE + i));
            long due = 60 * SECOND + Intervals.first(i).toNanos();
            assertTrue(times.getFirst() - due <= Ticker.STEP, "b" + (SIZE + i) + " at " + times.getFirst());
        }
    }

    @Test
    void afterTheLossOfHalfOfAllPhasesTheRestIsEvenAgainWithinTwelveIntervals() {
        // given all backends but those in the first half of the interval
        var fleet = new SimulatedFleet(SIZE, _ -> Duration.ofSeconds(5));
        open.add(fleet);
        fleet.run(60 * SECOND);
        var left = fleet.configs().stream()
                .filter(config -> fleet.phase(config.name()) >= 0.5)
                .toList();
        double perSecond = left.size() / 5.0;

        // when
        fleet.reload(left);
        var moving = fleet.run(12 * 5 * SECOND, new Starts().ofEach());

        // then none was missed or doubled on the way
        left.forEach(config ->
                assertRhythm(config.name(), moving.of(config.name()), Duration.ofSeconds(5), 12 * 5 * SECOND));
        assertTrue(moving.mostInASecond() > ScheduleSimulationTest.allowed(perSecond), "it was uneven at first");
        fleet.run(300 * SECOND).assertEven(ScheduleSimulationTest.allowed(perSecond));
    }

    @Test
    void aShorterIntervalHoldsAtOnceAndWithoutABunch() {
        // given
        var fleet = new SimulatedFleet(SIZE, _ -> Duration.ofSeconds(60));
        open.add(fleet);
        fleet.run(180 * SECOND);

        // when
        fleet.reload(fleet.configs().stream()
                .map(config -> retimed(config, Duration.ofSeconds(5)))
                .toList());
        var starts = fleet.run(60 * SECOND, new Starts().ofEach());

        // then each has its next check within one new interval
        starts.assertEven(ScheduleSimulationTest.allowed(SIZE / 5.0));
        for (int i = 0; i < SIZE; i++) {
            assertTrue(starts.of("b" + i).getFirst() <= 185 * SECOND + Ticker.STEP, "b" + i);
        }
        starts.assertEachBackend(SIZE, 60 * SECOND, _ -> Duration.ofSeconds(5), 1);
    }

    @Test
    void aLongerIntervalMovesNoCheckThatIsPlanned() {
        // given
        var fleet = settled(SIZE);
        var planned = new HashMap<String, Long>();
        fleet.configs().forEach(config -> planned.put(config.name(), fleet.turn(config.name()).planned));
        planned.values().removeIf(plan -> plan <= fleet.now()); // those are under way

        // when
        fleet.reload(fleet.configs().stream()
                .map(config -> retimed(config, config.timing().interval().plusSeconds(2)))
                .toList());
        var starts = fleet.run(5 * SECOND, new Starts().ofEach());

        // then
        assertTrue(planned.size() > SIZE / 2);
        planned.forEach((name, plan) -> {
            long late = starts.of(name).getFirst() - plan;
            assertTrue(late >= 0 && late <= Ticker.STEP, name + ": " + late);
        });
    }

    @Test
    void aCheckThatIsAskedForComesAtOnceAndTheSlotsStay() {
        // given
        var fleet = settled(100);
        long slot = fleet.turn("b7").planned;
        fleet.run(SECOND / 2);

        // when
        long asked = fleet.now();
        fleet.checkNow("b7");
        var starts = fleet.run(20 * SECOND, new Starts().ofEach()).of("b7");

        // then
        assertEquals(asked, starts.getFirst());
        for (long start : starts.subList(1, starts.size())) {
            assertTrue(Math.floorMod(start - slot, 5 * SECOND) <= Ticker.STEP, "off its slots: " + start);
        }
        assertEquals(5, starts.size(), 1);
    }
}
