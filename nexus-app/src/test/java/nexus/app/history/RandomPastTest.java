package nexus.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nexus.app.health.BackendStatus;
import org.junit.jupiter.api.Test;

/// Random lives of a backend and its Nexus, with restarts, removals, lost events and clocks that are set back: whatever
/// happened, what is told of it holds together; and where nothing is lost, it is what was lived.
class RandomPastTest {

    private static final int LIVES = 2000;
    private static final int SEED = 20261129;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int incidents;
    private int restarts;
    private KeptPast past = new KeptPast();
    private Instant now = Times.START;
    private Instant runBegan = Times.START;
    private BackendStatus status = BackendStatus.UNKNOWN;
    /// Counted here, independently, as time passes.
    private final Map<Condition, Duration> lived = new EnumMap<>(Condition.class);
    private boolean removed;
    /// Whether this life's events are all kept, with the times at which they happened.
    private boolean faithful;

    @Test
    void whateverHappenedWhatIsToldHoldsTogether() {
        for (int life = 0; life < LIVES; life++) {
            live();
            var range = new Span(Times.START.plusSeconds(random.nextInt(40_000)), now);
            tell(range);
        }
        assertTrue(incidents > LIVES, "there is something to tell: " + incidents);
        assertTrue(restarts > LIVES, "Nexus is restarted: " + restarts);
    }

    private void live() {
        past = new KeptPast();
        now = Times.START;
        runBegan = now;
        status = BackendStatus.UNKNOWN;
        removed = false;
        faithful = random.nextBoolean();
        lived.clear();
        boolean alive = true;
        int steps = 10 + random.nextInt(40);
        for (int step = 0; step < steps; step++) {
            pass(1 + random.nextInt(4000), true);
            alive = random.nextInt(3) == 0 ? !alive : alive;
            step(alive);
        }
        pass(50_000, true);
        past.ran(runBegan, now);
    }

    private void pass(int seconds, boolean running) {
        now = now.plusSeconds(seconds);
        var condition = running && !removed ? Condition.of(status) : Condition.NOT_OBSERVED;
        lived.merge(condition, Duration.ofSeconds(seconds), Duration::plus);
    }

    private void step(boolean alive) {
        int dice = random.nextInt(100);
        if (dice < 15) {
            restart();
        } else if (dice < 20) {
            past.removed(now, "a");
            removed = true;
            status = BackendStatus.UNKNOWN;
        } else if (dice < 25) {
            become(BackendStatus.DRAINING, now);
        } else if (dice < 30 && !faithful) {
            // A change that nobody kept.
            status = alive ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY;
        } else if (dice < 35 && !faithful) {
            become(alive ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY, now.minusSeconds(random.nextInt(9000)));
        } else {
            become(alive ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY, now);
        }
    }

    private void restart() {
        restarts++;
        past.ran(runBegan, now);
        pass(1 + random.nextInt(9000), false);
        runBegan = now;
        status = BackendStatus.UNKNOWN;
    }

    private void become(BackendStatus next, Instant noted) {
        if (next != status) {
            past.changed(noted, "a", status, next);
            status = next;
            removed = false;
        }
    }

    private void tell(Span range) {
        var stretches = new ArrayList<Stretch>();
        var observed = Observation.until(past, now);
        var story = new Storyline("a", observed, Times.START.minusSeconds(10_000), stretches::add);
        past.events().forEach(story::happened);
        story.end(now, status != BackendStatus.UNKNOWN);
        theStoryLeavesNoTimeOut(stretches);
        nothingIsSaidOfTimeThatNobodySaw(stretches, observed);

        var history =
                new Historian(past, now).of("a", Optional.of(status), range).orElseThrow();
        sumsAreTheWhole(history, range);
        if (faithful) {
            assertEquals(lived, whole(observed));
        }
        incidentsAreApartAndInOrder(history, range);
        incidents += history.count();
    }

    /// What is told of the whole life.
    private Map<Condition, Duration> whole(Observation observed) {
        var count = new UptimeCount(new Span(Times.START, now));
        var story = new Storyline("a", observed, Times.START, count);
        past.events().forEach(story::happened);
        story.end(now, status != BackendStatus.UNKNOWN);
        return count.uptime().times();
    }

    private void theStoryLeavesNoTimeOut(List<Stretch> stretches) {
        assertEquals(now, stretches.getLast().span().to());
        for (int i = 1; i < stretches.size(); i++) {
            assertEquals(
                    stretches.get(i - 1).span().to(), stretches.get(i).span().from());
            assertTrue(stretches.get(i).span().length().isPositive());
        }
    }

    private static void nothingIsSaidOfTimeThatNobodySaw(List<Stretch> stretches, Observation observed) {
        for (var stretch : stretches) {
            var seen = observed.time(stretch.span());
            if (stretch.condition() != Condition.NOT_OBSERVED) {
                assertEquals(stretch.span().length(), seen, stretch.toString());
            }
        }
    }

    private static void sumsAreTheWhole(BackendHistory history, Span range) {
        assertEquals(range.length(), sum(history.inRange()));
        history.uptimes().forEach((period, uptime) -> {
            assertTrue(sum(uptime).compareTo(Duration.ofDays(30)) <= 0);
            uptime.percent().ifPresent(percent -> {
                assertTrue(percent.signum() >= 0 && percent.doubleValue() <= 100, percent.toString());
                assertEquals(
                        percent.doubleValue() == 100,
                        uptime.time(Condition.UNHEALTHY).isZero());
                assertEquals(
                        percent.signum() == 0, uptime.time(Condition.HEALTHY).isZero());
            });
        });
    }

    private static Duration sum(Uptime uptime) {
        return uptime.times().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private void incidentsAreApartAndInOrder(BackendHistory history, Span range) {
        Instant before = Instant.MAX;
        for (var incident : history.incidents()) {
            var end = incident.end().map(Incident.End::at).orElse(now);
            assertFalse(end.isBefore(incident.start()), incident.toString());
            assertFalse(end.isAfter(before), "incidents overlap: " + history.incidents());
            assertTrue(end.isAfter(range.from()) && incident.start().isBefore(range.to()), incident.toString());
            assertTrue(incident.observed().compareTo(incident.length()) <= 0, incident.toString());
            before = incident.start();
        }
    }
}
