package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nexus.app.Eventually;
import nexus.app.events.Event;
import nexus.app.events.EventLog;
import nexus.app.events.EventStoreException;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.history.Rollup;
import nexus.app.history.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a history keeps, whatever database it lies in.
abstract class HistoryContract {

    private static final int MOST_EVENTS = 1000;

    final SetClock clock = new SetClock(Given.NOON);
    private final List<History> opened = new ArrayList<>();

    /// The same place each time.
    abstract Database database();

    @AfterEach
    void closeAll() {
        opened.forEach(History::close);
    }

    History open() {
        var history = History.open(database(), MOST_EVENTS, clock, Given.PATIENCE);
        opened.add(history);
        return history;
    }

    @Test
    void eventsAndWhatIsKnownOfThemAreThereAfterARestart() {
        var before = open();
        assertEquals(0, before.events().reserved());
        before.events().reserve(100);
        before.events().append(List.of(Given.at(1, new Happening.Started("0.1.0")), Given.died(2, "gpu-1")));
        before.events().append(List.of(Given.at(5, new Happening.Stopped())));
        before.events().settle(5);
        before.close();

        var after = open();

        assertEquals(5, after.events().reserved());
        assertEquals(5, after.events().last());
        assertEquals(Map.of("gpu-1", BackendStatus.UNHEALTHY), after.events().lastKnown());
        assertEquals(
                List.of(Given.died(2, "gpu-1"), Given.at(5, new Happening.Stopped())),
                after.events().since(1, 10));
        assertEquals(List.of(Given.died(2, "gpu-1")), after.events().since(1, 1));
    }

    @Test
    void aCrashLeavesMoreNumbersReservedThanStored() {
        var before = open();
        before.events().reserved();
        before.events().append(List.of(Given.died(2, "gpu-1")));
        before.close();

        var after = open();

        assertTrue(after.events().reserved() > clock.millis(), "what was reserved at the start");
        assertEquals(2, after.events().last());
    }

    @Test
    void whatIsOfferedTwiceIsStoredOnce() {
        var history = open();
        history.events().reserved();
        history.events().append(List.of(Given.died(2, "gpu-1")));

        history.events().append(List.of(Given.died(2, "gpu-1"), Given.died(3, "gpu-2")));

        assertEquals(
                List.of(2L, 3L),
                history.events().since(0, 10).stream().map(Event::id).toList());
    }

    @Test
    void theOldestEventsBeyondTheLimitGo() {
        var history = open();
        history.events().reserved();
        for (long first = 1; first <= 3000; first += 500) {
            history.events()
                    .append(LongStream.range(first, first + 500)
                            .mapToObj(id -> Given.died(id, "gpu-1"))
                            .toList());
        }

        assertEquals(2001, history.events().since(0, 1).getFirst().id());
        assertEquals(1000, history.events().since(0, 5000).size());
        assertEquals(1000, history.past().changes("gpu-1", Given.day()).size());
        history.close();
        var after = open();
        after.events().reserved();
        assertEquals(3000, after.events().last());
    }

    @Test
    void changesOfOneBackendAreThoseOfTheRangeAndTheStatusBefore() {
        var history = open();
        history.events().reserved();
        var events = List.of(
                Given.died(1, "gpu-1"),
                Given.died(2, "gpu-2"),
                Given.status(3, "gpu-1", BackendStatus.UNHEALTHY, BackendStatus.HEALTHY),
                Given.at(4, new Happening.CauseChanged("gpu-1", Given.REFUSED, Given.REFUSED)),
                Given.died(5, "gpu-1"),
                Given.restarted(6, "gpu-1"),
                Given.removed(7, "gpu-1"),
                Given.removed(8, "gpu-2"),
                Given.added(9, "gpu-1"));
        history.events().append(events);
        var range = new Span(events.get(3).at().plusMillis(1), Given.NOON.plusSeconds(60));

        assertEquals(List.of(3L, 5L, 6L, 7L, 9L), ids(history.past().changes("gpu-1", range)));
        assertEquals(List.of(5L, 6L, 7L, 9L), ids(history.past().changes("gpu-1", range, 0, 10)));
        assertEquals(List.of(6L, 7L, 9L), ids(history.past().changes("gpu-1", range, 5, 10)));
        assertEquals(List.of(5L), ids(history.past().changes("gpu-1", range, 0, 1)));
        assertEquals(List.of(), history.past().changes("nobody", range));
    }

    @Test
    void aBackendThatWasRemovedIsNotAmongTheLastKnown() {
        var history = open();
        history.events().reserved();
        history.events().append(List.of(Given.died(1, "gpu-1"), Given.died(2, "gpu-2"), Given.removed(3, "gpu-1")));
        history.close();
        var after = open();
        after.events().reserved();

        assertEquals(Map.of("gpu-2", BackendStatus.UNHEALTHY), after.events().lastKnown());
    }

    @Test
    void checksAreKeptByMinuteAndByHourOverRestarts() {
        var registry = Given.fleet("gpu-1", "gpu-2");
        var history = open();
        history.observe(registry);
        Given.succeeds(registry, "gpu-1", 9, Duration.ofMillis(10));
        Given.fails(registry, "gpu-1", 2);
        Given.fails(registry, "gpu-2", 1);
        history.close();
        clock.forward(Duration.ofSeconds(30));
        var after = open();
        after.observe(registry);
        Given.succeeds(registry, "gpu-1", 1, Duration.ofMillis(10));
        after.close();

        var past = open().past();

        var minute = past.rollups("gpu-1", Rollup.Step.MINUTE, Given.day()).getFirst();
        assertEquals(Given.NOON, minute.start());
        assertEquals(12, minute.checks());
        assertEquals(2, minute.failed());
        assertEquals(10, minute.latencies().count());
        assertEquals(10, minute.latencies().quantile(0.5).orElseThrow().toMillis(), 1);
        var hour = past.rollups("gpu-1", Rollup.Step.HOUR, Given.day());
        assertEquals(
                List.of(minute.latencies()),
                hour.stream().map(Rollup::latencies).toList());
        assertEquals(
                1,
                past.rollups("gpu-2", Rollup.Step.HOUR, Given.day()).getFirst().failed());
        assertEquals(List.of(), past.rollups("gpu-3", Rollup.Step.MINUTE, Given.day()));
    }

    @Test
    void theTimeBetweenTwoRunsWasNotObserved() {
        open().close();
        clock.forward(Duration.ofSeconds(90));
        var second = open();
        clock.forward(Duration.ofSeconds(60));
        second.close();

        clock.forward(Duration.ofHours(1));
        var past = open().past();
        clock.forward(Duration.ofSeconds(10));

        assertEquals(
                List.of(
                        Given.span("2026-11-24T12:01:30Z", "2026-11-24T12:02:30Z"),
                        Given.span("2026-11-24T13:02:30Z", "2026-11-24T13:02:40Z")),
                past.observed(Given.day()));
        var starts = List.of("2026-11-24T12:00:00Z", "2026-11-24T12:01:30Z", "2026-11-24T13:02:30Z").stream()
                .map(Instant::parse)
                .toList();
        assertEquals(starts, past.starts(Given.day()));
    }

    @Test
    void aSecondNexusIsRefusedUntilTheFirstHasEnded() {
        var first = open();
        first.events().reserved();
        var second = open();

        assertEquals(0, second.events().reserved(), "as if nothing were kept");
        second.events().reserve(1000);
        var refused = assertThrows(
                EventStoreException.class, () -> second.events().append(List.of(Given.died(500, "gpu-1"))));
        assertTrue(refused.getMessage().contains("is in use by another Nexus"), refused.getMessage());

        first.close();
        second.events().append(List.of(Given.died(500, "gpu-1")));
        assertEquals(List.of(500L), ids(second.events().since(0, 10)));
    }

    @Test
    void aLogGoesOnOverACleanRestart() throws Exception {
        var before = open();
        var log = EventLog.start(before.events(), clock, "0.1.0");
        long seen = log.last();
        log.close();
        before.close();

        var after = open();
        var next = EventLog.start(after.events(), clock, "0.1.0");
        var told = Eventually.seen(
                "the start",
                () -> next.since(seen, 10),
                events -> events.getLast().what() instanceof Happening.Started);
        next.close();

        // On a very busy machine the end may come too fast to be told; its number is used for the next event then.
        assertEquals(
                LongStream.rangeClosed(seen + 1, told.getLast().id()).boxed().toList(), ids(told));
        assertTrue(told.stream().noneMatch(event -> event.what() instanceof Happening.Lost), told.toString());
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }
}
