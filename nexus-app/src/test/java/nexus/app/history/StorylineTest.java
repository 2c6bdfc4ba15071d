package nexus.app.history;

import static nexus.app.health.BackendStatus.DRAINING;
import static nexus.app.health.BackendStatus.HEALTHY;
import static nexus.app.health.BackendStatus.UNHEALTHY;
import static nexus.app.health.BackendStatus.UNKNOWN;
import static nexus.app.history.Times.m;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nexus.app.events.Happening;
import org.junit.jupiter.api.Test;

/// How a backend was, from what is kept of it: told as `healthy 9` for nine minutes in which it was healthy.
class StorylineTest {

    private final KeptPast past = new KeptPast();

    @Test
    void untilTheFirstVerdictItIsUnknown() {
        past.ran(m(0), m(60)).changed(m(1), "a", UNKNOWN, HEALTHY).changed(m(10), "a", HEALTHY, UNHEALTHY);

        assertEquals("unknown 1, healthy 9, unhealthy 50", told(m(0), m(60), true));
    }

    @Test
    void whatNobodyEverSaidAnythingOfIsUnknown() {
        past.ran(m(0), m(60));

        assertEquals("unknown 60", told(m(0), m(60), false));
    }

    @Test
    void timeInWhichNexusDidNotRunIsNobodysDowntime() {
        past.ran(m(0), m(20))
                .changed(m(0), "a", UNKNOWN, UNHEALTHY)
                .ran(m(30), m(60))
                .resumed(m(31), "a", UNHEALTHY);

        assertEquals("unhealthy 20, not_observed 10, unknown 1, unhealthy 29", told(m(0), m(60), true));
    }

    @Test
    void aPauseOfTheMachineMakesNothingUnknown() {
        past.ran(m(0), m(20))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .watched(m(30), m(60))
                .changed(m(50), "a", HEALTHY, UNHEALTHY);

        assertEquals("healthy 20, not_observed 10, healthy 20, unhealthy 10", told(m(0), m(60), true));
    }

    @Test
    void afterPausesARestartMakesItUnknownOnlyFromThereOn() {
        past.ran(m(0), m(10))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .watched(m(20), m(30))
                .ran(m(40), m(60))
                .changed(m(45), "a", UNKNOWN, UNHEALTHY);

        assertEquals(
                "healthy 10, not_observed 10, healthy 10, not_observed 10, unknown 5, unhealthy 15",
                told(m(0), m(60), true));
    }

    @Test
    void aRunWithoutAVerdictIsUnknownAllAlong() {
        past.ran(m(0), m(10))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .ran(m(20), m(30))
                .ran(m(40), m(60));

        assertEquals("healthy 10, not_observed 10, unknown 10, not_observed 10, unknown 20", told(m(0), m(60), false));
    }

    @Test
    void whatIsLostIsNotGuessed() {
        past.ran(m(0), m(60)).changed(m(0), "a", UNKNOWN, HEALTHY).changed(m(30), "a", UNHEALTHY, HEALTHY);

        assertEquals("unknown 30, healthy 30", told(m(0), m(60), true));
    }

    @Test
    void drainingIsNeitherUpNorDown() {
        past.ran(m(0), m(60))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .changed(m(10), "a", HEALTHY, DRAINING)
                .changed(m(20), "a", DRAINING, UNKNOWN)
                .changed(m(22), "a", UNKNOWN, HEALTHY);

        assertEquals("healthy 10, draining 10, unknown 2, healthy 38", told(m(0), m(60), true));
    }

    @Test
    void whoWasRemovedIsNotObservedUntilItComesBack() {
        past.ran(m(0), m(60))
                .changed(m(0), "a", UNKNOWN, UNHEALTHY)
                .removed(m(10), "a")
                .changed(m(40), "a", UNKNOWN, HEALTHY);

        assertEquals("unhealthy 10, not_observed 30, healthy 20", told(m(0), m(60), true));
    }

    @Test
    void beforeItWasAddedNobodyCouldObserveIt() {
        past.ran(m(0), m(60))
                .happened(m(40), new Happening.ConfigChanged(List.of("a"), List.of(), List.of(), List.of(), 0))
                .changed(m(42), "a", UNKNOWN, HEALTHY);

        assertEquals("not_observed 40, unknown 2, healthy 18", told(m(0), m(60), true));
    }

    @Test
    void oneThatIsAddedAgainHasLeftAtATimeThatNobodyKnows() {
        past.ran(m(0), m(60))
                .changed(m(0), "a", UNKNOWN, UNHEALTHY)
                .happened(m(40), new Happening.ConfigChanged(List.of("a"), List.of(), List.of(), List.of(), 0))
                .changed(m(42), "a", UNKNOWN, HEALTHY);

        assertEquals("unknown 42, healthy 18", told(m(0), m(60), true));
    }

    @Test
    void oneThatIsFoundAnewAfterARestartKeepsWhatItWasBefore() {
        // as each backend that was discovered: a run begins without them
        past.ran(m(0), m(40))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .ran(m(45), m(60))
                .happened(m(46), new Happening.ConfigChanged(List.of("a"), List.of(), List.of(), List.of(), 0))
                .changed(m(47), "a", UNKNOWN, HEALTHY);

        assertEquals("healthy 40, not_observed 5, unknown 2, healthy 13", told(m(0), m(60), true));
    }

    @Test
    void removedOverARestartItStaysUnobserved() {
        past.ran(m(0), m(20))
                .changed(m(0), "a", UNKNOWN, UNHEALTHY)
                .removed(m(10), "a")
                .ran(m(30), m(60));

        assertEquals("unhealthy 10, not_observed 50", told(m(0), m(60), false));
    }

    @Test
    void anotherServerUnderItsNameIsUnknownUntilItsVerdict() {
        past.ran(m(0), m(60))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .happened(m(10), new Happening.ConfigChanged(List.of(), List.of(), List.of("a"), List.of(), 0))
                .changed(m(12), "a", UNKNOWN, HEALTHY);

        assertEquals("healthy 10, unknown 2, healthy 48", told(m(0), m(60), true));
    }

    @Test
    void aClockThatWasSetBackMakesNoTimeTwice() {
        past.ran(m(0), m(60))
                .changed(m(0), "a", UNKNOWN, HEALTHY)
                .changed(m(40), "a", HEALTHY, UNHEALTHY)
                .changed(m(20), "a", UNHEALTHY, HEALTHY);

        assertEquals("healthy 60", told(m(0), m(60), true));
    }

    private String told(Instant from, Instant to, boolean known) {
        var stretches = new ArrayList<Stretch>();
        var story = new Storyline("a", Observation.until(past, to), from, stretches::add);
        past.events().forEach(story::happened);
        story.end(to, known);
        return merged(stretches).stream()
                .map(one -> one.condition().text() + " " + one.span().length().toMinutes())
                .collect(Collectors.joining(", "));
    }

    /// Neighbours of one kind as one; holds that there is no gap between them.
    private static List<Stretch> merged(List<Stretch> stretches) {
        var merged = new ArrayList<Stretch>();
        for (var next : stretches) {
            if (!merged.isEmpty()) {
                assertEquals(merged.getLast().span().to(), next.span().from());
            }
            if (!merged.isEmpty() && merged.getLast().condition() == next.condition()) {
                var whole =
                        new Span(merged.removeLast().span().from(), next.span().to());
                merged.add(new Stretch(whole, next.condition()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
