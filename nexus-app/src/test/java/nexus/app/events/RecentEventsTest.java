package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents();

    @Test
    void theLastTenThousandAreKept() {
        recent.add(events(1, 10_005));

        assertEquals(10_005, recent.last());
        assertTrue(recent.holds(5));
        assertFalse(recent.holds(4));
        assertEquals(Optional.empty(), recent.after(4, 10));
        assertEquals(List.of(6L, 7L), ids(recent.after(5, 2).orElseThrow()));
        assertEquals(List.of(10_005L), ids(recent.after(10_004, 100).orElseThrow()));
        assertEquals(List.of(), recent.after(10_005, 100).orElseThrow());
        assertEquals(List.of(10_004L, 10_005L), ids(recent.newest(2)));
    }

    @Test
    void namesOfAServersChoiceTakeNoMoreMemoryThanIsAllowed() {
        var names = List.of("x".repeat(512), "y".repeat(512));
        long each = Weight.of(new Happening.ModelsChanged("b", names, List.of(), List.of(), 0));
        for (long id = 1; id <= 20_000; id++) {
            recent.add(List.of(
                    new Event(id, Fleet.NOW, new Happening.ModelsChanged("b", names, List.of(), List.of(), 0))));
        }
        long big = Weight.of(new Happening.ModelsChanged("b", List.of("z".repeat(1000_000)), List.of(), List.of(), 0));
        for (long id = 20_001; id <= 20_030; id++) {
            recent.add(List.of(new Event(
                    id,
                    Fleet.NOW,
                    new Happening.ModelsChanged("b", List.of("z".repeat(1000_000)), List.of(), List.of(), 0))));
        }

        assertEquals(RecentEvents.MAX_WEIGHT / big, recent.oldest(20_000).size());
        assertTrue(each < big);
    }

    @Test
    void aRangeThatIsLostIsHeldFromItsFirstNumber() {
        recent.add(List.of(new Event(9, Fleet.NOW, new Happening.Lost(5, 9))));

        assertTrue(recent.holds(4));
        assertFalse(recent.holds(3));
        assertEquals(List.of(9L), ids(recent.after(7, 1).orElseThrow()));
    }

    private static List<Event> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Event(id, Fleet.NOW, new Happening.Stopped()))
                .toList();
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }
}
