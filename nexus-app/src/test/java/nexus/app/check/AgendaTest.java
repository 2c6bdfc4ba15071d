package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A fleet under random places, stalls, failures, faults and ends of checks, where some are asked for and
/// some go.
class AgendaTest {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int SIZE = 300;

    private final Agenda agenda = new Agenda(new ToNextSlot());
    private final List<Turn> all = new ArrayList<>();
    private final Set<Turn> running = identities();
    private final Set<Turn> startedSince = identities();
    private final Random faults = new Random(77);
    private double faulty;
    private long now = TimeUnit.DAYS.toNanos(3);

    private final class ToNextSlot implements Agenda.Plan {
        @Override
        public void skip(Turn turn, long now) {
            fault();
            turn.plan(turn.rhythm.next(turn.planned, now, INTERVAL));
        }

        @Override
        public void review(Turn turn, long now) {
            fault();
            if (turn.isAsked()) {
                turn.hurried = true;
                turn.planned = Math.min(turn.planned, now);
            }
        }
    }

    private void fault() {
        if (faults.nextDouble() < faulty) {
            throw new OutOfMemoryError("tried");
        }
    }

    private static Set<Turn> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLostNothingStartsTwiceOrEarlyAndNoMoreThanThereArePlaces(long seed) {
        var random = new Random(seed);
        fill(random);
        for (int i = 0; i < 20_000; i++) {
            step(random, random.nextInt(-1, 6));
        }
        assertNothingLost();
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9, 10})
    void nothingIsLostOrDoubledThroughFaultsAndOnlyThoseThatAreGoneAreForgotten(long seed) {
        var random = new Random(seed);
        fill(random);
        faulty = 0.001;
        for (int i = 0; i < 20_000; i++) {
            var any = all.get(random.nextInt(all.size()));
            switch (random.nextInt(200)) {
                case 0 -> any.retire();
                case 1, 2, 3 -> any.ask();
                default -> {}
            }
            review();
            step(random, random.nextInt(-1, 20));
        }
        faulty = 0;
        review();
        all.removeIf(Turn::isRetired);
        running.removeIf(Turn::isRetired);
        assertNothingLost();
    }

    @Test
    void whoIsAskedForGoesFirst() {
        // given a fleet that is due, and fails but for one
        fill(new Random(3));
        now += INTERVAL.toNanos();
        for (var turn : all) {
            turn.skipped = true;
            turn.succeeded = turn == all.get(7);
        }
        agenda.review(now);
        take(0);
        // when
        all.get(5).ask();
        agenda.review(now);
        // then
        assertEquals(List.of(all.get(5)), take(1));
        assertEquals(List.of(all.get(7)), take(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onceThereArePlacesEveryBackendIsCheckedWithinTwoIntervals(long seed) {
        // given a fleet that had hardly any place for long
        var random = new Random(seed);
        fill(random);
        for (int i = 0; i < 5_000; i++) {
            step(random, random.nextInt(10) == 0 ? 1 : 0);
        }

        // when there are enough
        startedSince.clear();
        startedSince.addAll(running);
        for (long end = now + 2 * INTERVAL.toNanos(); now < end; ) {
            take(SIZE);
            finish(random, 1);
            now += Ticker.STEP;
        }

        // then
        assertEquals(SIZE, startedSince.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void underLastingShortageEqualsTakeTurns(boolean succeeded) {
        // given 300 backends that want 150 starts a second, and places for 50
        var random = new Random(9);
        fill(random);
        all.forEach(turn -> turn.succeeded = succeeded);

        // when
        var counts = new IdentityHashMap<Turn, Integer>();
        for (int i = 0; i < 12_000; i++) {
            for (var turn : take(i % 2)) {
                counts.merge(turn, 1, Integer::sum);
            }
            running.forEach(turn -> back(turn, succeeded));
            running.clear();
            now += Ticker.STEP;
        }

        // then nobody has less than half of a fair share
        int fair = 6_000 / SIZE;
        assertEquals(SIZE, counts.size());
        assertTrue(Collections.min(counts.values()) >= fair / 2, counts.values()::toString);
    }

    private void fill(Random random) {
        for (int i = 0; i < SIZE; i++) {
            var turn = new Turn(null, null, Rhythm.of(i));
            turn.plan(now + random.nextLong(INTERVAL.toNanos()));
            all.add(turn);
            agenda.add(turn, now);
        }
    }

    private void step(Random random, int places) {
        take(places);
        finish(random, random.nextDouble());
        boolean stall = random.nextInt(200) == 0;
        now += stall ? random.nextLong(3 * INTERVAL.toNanos()) : random.nextLong(2 * Ticker.STEP);
    }

    private List<Turn> take(int places) {
        var taken = new ArrayList<Turn>();
        try {
            agenda.take(now, places, turn -> faults.nextDouble() >= faulty && taken.add(turn));
        } catch (OutOfMemoryError tried) {
            assertTrue(faulty > 0);
        }
        assertTrue(taken.size() <= Math.max(0, places), () -> taken.size() + " for " + places);
        for (var turn : taken) {
            assertTrue(turn.planned <= now, "early");
            assertTrue(running.add(turn), "twice");
        }
        startedSince.addAll(taken);
        return taken;
    }

    private void review() {
        try {
            agenda.review(now);
        } catch (OutOfMemoryError tried) {
            assertTrue(faulty > 0);
        }
    }

    private void add(Turn turn) {
        double before = faulty;
        faulty = 0; // the ticker holds a turn until it is added
        agenda.add(turn, now);
        faulty = before;
    }

    /// So many of the running checks end, well or badly.
    private void finish(Random random, double part) {
        running.removeIf(turn -> {
            boolean ends = random.nextDouble() < part;
            if (ends) {
                back(turn, random.nextBoolean());
            }
            return ends;
        });
    }

    private void back(Turn turn, boolean succeeded) {
        turn.succeeded = succeeded;
        turn.skipped = false;
        turn.hurried = false;
        turn.answering();
        turn.plan(turn.rhythm.next(turn.planned, now, INTERVAL));
        add(turn);
    }

    private void assertNothingLost() {
        var left = identities();
        left.addAll(all);
        left.removeAll(running);
        startedSince.clear();
        for (long end = now + 3 * INTERVAL.toNanos(); now < end; now += Ticker.STEP) {
            take(SIZE);
        }
        assertEquals(left, startedSince, "on the agenda, once, or running");
        assertEquals(Long.MAX_VALUE, agenda.nextDue());
    }
}
