package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nexus.app.events.Intake.Seen;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Fleet.NOW);
    private static final long FIRST = Fleet.NOW.toEpochMilli() + 1;

    @Test
    void whatFindsNoPlaceInTheQueueIsToldAsLostByItsNumbers() throws Exception {
        // given a queue of two, and five things that happen before anybody looks
        var intake = new Intake(2);
        for (int i = 0; i < 5; i++) {
            intake.offer(new Seen.Told(Fleet.NOW, new Happening.Started("happening " + i)));
        }
        var recent = new RecentEvents();
        var numbering =
                new Numbering(intake, Ids.after(new MemoryStore(), CLOCK), recent, new Reporter(Map.of()), CLOCK);

        // when
        numbering.begin("0.1.0");
        recent.await(FIRST + 2, Duration.ofSeconds(30).toNanos());
        numbering.end(Duration.ofSeconds(30));

        // then
        assertEquals(
                List.of(
                        new Event(FIRST, Fleet.NOW, new Happening.Started("0.1.0")),
                        new Event(FIRST + 1, Fleet.NOW, new Happening.Started("happening 0")),
                        new Event(FIRST + 2, Fleet.NOW, new Happening.Started("happening 1")),
                        new Event(FIRST + 5, Fleet.NOW, new Happening.Lost(FIRST + 3, FIRST + 5)),
                        new Event(FIRST + 6, Fleet.NOW, new Happening.Stopped())),
                recent.oldest(100));
    }

    @Test
    void gapsAreNamedWhateverMadeThem() {
        var events = List.of(event(5), event(6), event(9), new Event(14, Fleet.NOW, new Happening.Lost(10, 14)));

        assertEquals(
                List.of(
                        new Event(4, Fleet.NOW, new Happening.Lost(3, 4)),
                        event(5),
                        event(6),
                        new Event(8, Fleet.NOW, new Happening.Lost(7, 8)),
                        event(9),
                        events.getLast()),
                Gaps.told(2, events));
        assertEquals(events.subList(0, 2), Gaps.told(0, events.subList(0, 2)));
    }

    private static Event event(long id) {
        return new Event(id, Fleet.NOW, new Happening.Stopped());
    }
}
