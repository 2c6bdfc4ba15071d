package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Lines;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsTest {

    private final Targets targets = new Targets(Lines.ofSystem(1 << 20), Probes.load(), 1 << 20);
    private final Seats seats = new Seats();
    private int made;

    @AfterEach
    void close() {
        targets.close();
    }

    private Turn turn(int seconds) {
        return new Turn(targets.of(config(seconds)), null, Rhythm.of(0));
    }

    private BackendConfig config(int seconds) {
        return SimulatedFleet.config(made++, Duration.ofSeconds(seconds));
    }

    private List<Turn> turns(int count, int seconds) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(_ -> turn(seconds)).toList());
    }

    private static List<Integer> seatsOf(List<Turn> turns) {
        return turns.stream().map(turn -> turn.seat).toList();
    }

    @Test
    void aFirstFleetIsSeatedInOrderAndAtHome() {
        var fleet = turns(4, 5);
        seats.assign(fleet);
        assertEquals(List.of(0, 1, 2, 3), seatsOf(fleet));
        fleet.forEach(turn -> assertEquals(Rhythm.of(turn.seat), turn.rhythm));
    }

    @Test
    void newOnesTakeTheLowestFreeSeatsAndNobodyElseMoves() {
        var fleet = turns(6, 5);
        seats.assign(fleet);
        fleet.removeAll(List.of(fleet.get(1), fleet.get(4)));
        fleet.addAll(turns(3, 5));
        seats.assign(fleet);
        assertEquals(List.of(0, 2, 3, 5, 1, 4, 6), seatsOf(fleet));
    }

    @Test
    void theHighestSeatsMoveIntoHolesWithoutAJump() {
        var fleet = turns(6, 5);
        seats.assign(fleet);
        fleet.subList(0, 2).clear();
        seats.assign(fleet);
        assertEquals(List.of(2, 3, 0, 1), seatsOf(fleet));
        assertEquals(Rhythm.of(4), fleet.get(2).rhythm);
        assertEquals(Rhythm.of(0), fleet.get(2).home);
    }

    @Test
    void oneOfEachIntervalIsSpreadAsWell() {
        var fleet = new ArrayList<Turn>();
        IntStream.range(0, 50).forEach(i -> fleet.add(turn(5 + i)));
        seats.assign(fleet);
        assertEquals(50, fleet.stream().map(turn -> turn.home).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyChangesTheSeatsOfEachIntervalHaveNoGap(long seed) {
        var random = new Random(seed);
        var fleet = new ArrayList<Turn>();
        for (int i = 0; i < 200; i++) {
            fleet.removeIf(_ -> random.nextInt(5) == 0);
            fleet.addAll(turns(random.nextInt(30), 1 + random.nextInt(3)));
            for (var turn : fleet) {
                if (random.nextInt(10) == 0) {
                    turn.target = targets.of(config(1 + random.nextInt(3)));
                }
            }
            seats.assign(fleet);
            assertNoGap(fleet);
        }
    }

    private static void assertNoGap(List<Turn> fleet) {
        Map<Duration, List<Turn>> rows = fleet.stream()
                .collect(Collectors.groupingBy(
                        turn -> turn.target.config().timing().interval(), HashMap::new, Collectors.toList()));
        rows.values().forEach(row -> {
            var taken = new TreeSet<>(seatsOf(row));
            assertEquals(row.size(), taken.size());
            assertTrue(taken.isEmpty() || taken.first() == 0 && taken.last() == row.size() - 1, taken::toString);
        });
    }
}
