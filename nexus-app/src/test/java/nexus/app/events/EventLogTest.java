package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nexus.app.Eventually;
import nexus.app.health.BackendStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final FakeStore store = new FakeStore();
    private final List<EventLog> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(EventLog::close);
    }

    private EventLog start(EventStore over) {
        var log = EventLog.start(over, CLOCK, "0.1.0");
        opened.add(log);
        return log;
    }

    @Test
    void threeThousandBackendsThatDieAtOnceAreThreeThousandEventsInTheirOrder() throws Exception {
        var log = start(new MemoryStore());
        var registry = Fleet.of(3000);
        Fleet.all(registry, backend -> Fleet.succeed(backend, 2));
        registry.observe(log);
        var reader = log.subscribe();

        Fleet.all(registry, backend -> Fleet.fail(backend, 3));

        var told = read(reader, 3000);
        assertEquals(
                IntStream.range(0, 3000).mapToObj(i -> "b" + i).toList(),
                told.stream()
                        .map(event -> ((Happening.StatusChanged) event.what()).backend())
                        .toList());
        long first = told.getFirst().id();
        assertEquals(
                LongStream.range(first, first + 3000).boxed().toList(),
                told.stream().map(Event::id).toList());
    }

    @Test
    void aCleanRestartLosesNothingAndLeavesNoGap() throws Exception {
        var before = start(store);
        var registry = Fleet.of(1);
        registry.observe(before);
        Fleet.all(registry, backend -> Fleet.succeed(backend, 2));
        Eventually.seen("the transition", before::last, last -> last == NOW.toEpochMilli() + 2);
        long seen = before.last();
        Fleet.all(registry, backend -> Fleet.fail(backend, 3));
        before.close();

        var after = start(store);

        var resumed = read(after.subscribe(seen), 3);
        assertEquals(
                List.of("status_changed", "stopped", "started"),
                resumed.stream().map(event -> event.what().type()).toList());
        assertEquals(
                List.of(seen + 1, seen + 2, seen + 3),
                resumed.stream().map(Event::id).toList());
    }

    @Test
    void aCrashIsToldAsTheRangeThatWasLost() throws Exception {
        var crashed = start(store);
        Eventually.seen("the start is stored", store::last, last -> last > 0);
        long stored = store.last();
        var door = store.hang();
        crashed.tell(new Happening.Started("told, never stored"));
        long told = Eventually.seen("told", crashed::last, last -> last > stored);

        // The process ends here, as far as its successor can see.
        var after = start(store.copied());

        var events = read(after.subscribe(stored), 2);
        var lost = assertInstanceOf(Happening.Lost.class, events.getFirst().what());
        assertEquals(stored + 1, lost.from());
        assertEquals(lost.to(), events.getFirst().id());
        assertTrue(lost.to() >= told, lost + " does not name " + told);
        assertEquals(lost.to() + 1, events.get(1).id());
        // One that had seen what was never stored hears of it too.
        assertEquals(lost, after.since(told, 1).getFirst().what());
        door.countDown();
    }

    @Test
    void aStoreThatWasAwayForLongAndIsThenReadInVainIsWrittenAgainInTheEnd() throws Exception {
        var log = start(store);
        Eventually.seen("the start is stored", store::last, last -> last > 0);
        var door = store.hang();
        for (int i = 0; i < RecentEvents.CAPACITY + 2000; i++) {
            log.tell(new Happening.Started("0.1.0"));
        }
        long last = store.last() + RecentEvents.CAPACITY + 2000;
        Eventually.seen("all are told", log::last, told -> told == last);
        store.failReads(true);
        door.countDown();
        Eventually.seen("a read", store::reads, reads -> reads > 0);
        store.failReads(false);

        Eventually.seen("all are stored", store::last, stored -> stored == last);
    }

    @Test
    void aBackendThatComesBackToItsLastStatusHasOnlyResumed() throws Exception {
        var before = start(store);
        var registry = Fleet.of(2);
        registry.observe(before);
        Fleet.all(registry, backend -> Fleet.succeed(backend, 2));
        before.close();

        var after = start(store);
        var reader = after.subscribe();
        var again = Fleet.of(2);
        again.observe(after);
        Fleet.succeed(again.backend("b0").orElseThrow(), 2);
        Fleet.fail(again.backend("b1").orElseThrow(), 3);
        Fleet.succeed(again.backend("b1").orElseThrow(), 2);

        var told = read(reader, 3).stream()
                .map(event -> (Happening.StatusChanged) event.what())
                .toList();
        assertEquals(
                List.of(true, false, false),
                told.stream().map(Happening.StatusChanged::resumed).toList());
        assertEquals(BackendStatus.UNHEALTHY, told.get(1).to());
    }

    @Test
    void aStoreThatFailsHoldsUpNobodyAndGetsAllWhenItHeals() throws Exception {
        var log = start(store);
        Eventually.seen("the start is stored", store::last, last -> last > 0);
        store.fail(true);
        var reader = log.subscribe();
        log.tell(new Happening.Started("while the disk is full"));

        var told = read(reader, 1);
        store.fail(false);

        Eventually.seen("stored", store::events, events -> events.containsAll(told));
    }

    @Test
    void aStoreThatHangsDelaysTheEndByLessThanASecondAndThatIsACrash() {
        var log = start(store);
        Eventually.seen("the start is stored", store::last, last -> last > 0);
        var door = store.hang();

        log.close();

        assertTrue(store.reserved() > log.last(), "not settled");
        door.countDown();
    }

    @Test
    void withoutAStoreWhatWasToldBeforeARestartIsLost() throws Exception {
        var before = start(new MemoryStore());
        long seen = before.last();
        before.close();

        var after = EventLog.start(new MemoryStore(), InstantSource.fixed(NOW.plusSeconds(60)), "0.1.0");
        opened.add(after);

        var events = read(after.subscribe(seen), 2);
        assertEquals(
                new Happening.Lost(seen + 1, events.get(1).id() - 1),
                events.getFirst().what());
        assertInstanceOf(Happening.Started.class, events.get(1).what());
    }

    @Test
    void aNumberThatWasNeverToldHereIsAnsweredWithTheOnesThatAreUnknown() throws Exception {
        var log = start(new MemoryStore());
        long last = log.last();

        var events = read(log.subscribe(last + 5), 1);

        assertEquals(new Event(last, NOW, new Happening.Lost(last + 1, last + 5)), events.getFirst());
    }

    private static List<Event> read(Subscription reader, int count) throws InterruptedException {
        var events = new ArrayList<Event>();
        while (events.size() < count) {
            var more = reader.next(count - events.size(), Duration.ofSeconds(30));
            assertTrue(!more.isEmpty(), "only " + events);
            events.addAll(more);
        }
        return events;
    }
}
