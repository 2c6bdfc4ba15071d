package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import nexus.app.history.Latencies;
import nexus.app.history.Rollup;
import nexus.app.history.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Minutes that become hours and go, over days that a test makes up.
class RollupRowsTest {

    private static final long HOUR = Given.NOON.getEpochSecond() / 3600;

    private final Session session = Session.writing(new SqliteMemory());
    private final RollupRows rows = new RollupRows(new Backends());
    private final Purge purge = new Purge(session);
    private final StoredPast past = new StoredPast(session, new Runs(Given.NOON), InstantSource.fixed(Given.NOON));

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anHourThatIsNotOverIsTheSumOfItsMinutes() {
        minute(HOUR * 60, "gpu-1", 10);
        minute(HOUR * 60 + 1, "gpu-1", 12);

        assertEquals(List.of(22), checks(Rollup.Step.HOUR));
        assertEquals(List.of(10, 12), checks(Rollup.Step.MINUTE));
    }

    @Test
    void anHourThatIsOverSaysTheSame() {
        minute(HOUR * 60, "gpu-1", 10);
        minute(HOUR * 60 + 59, "gpu-1", 12);
        minute(HOUR * 60 + 59, "gpu-2", 1);
        sumUpBefore(HOUR + 1);

        assertEquals(List.of(22), checks(Rollup.Step.HOUR));
        var hour = past.rollups("gpu-1", Rollup.Step.HOUR, around()).getFirst();
        assertEquals(Given.NOON, hour.start());
        assertEquals(10, hour.latencies().quantile(0.5).orElseThrow().toMillis(), 1);
    }

    @Test
    void anHourThatGetsAnotherMinuteIsSummedUpAgainAndCountsNothingTwice() {
        minute(HOUR * 60, "gpu-1", 10);
        sumUpBefore(HOUR + 1);
        minute(HOUR * 60 + 5, "gpu-1", 5);
        assertEquals(List.of(15), checks(Rollup.Step.HOUR));
        sumUpBefore(HOUR + 1);

        assertEquals(List.of(15), checks(Rollup.Step.HOUR));
    }

    @Test
    void aClockThatIsSetBackDaysAddsToAnHourWhoseMinutesAreGone() {
        minute(HOUR * 60, "gpu-1", 10);
        sumUpBefore(HOUR + 1);
        purge.run(HOUR + 48);
        assertEquals(List.of(), checks(Rollup.Step.MINUTE));

        minute(HOUR * 60 + 1, "gpu-1", 5);
        sumUpBefore(HOUR + 1);
        sumUpBefore(HOUR + 1);

        assertEquals(List.of(15), checks(Rollup.Step.HOUR));
    }

    @Test
    void minutesAreKeptForADayAndHoursForThirteenMonths() {
        minute(HOUR * 60, "gpu-1", 10);
        sumUpBefore(HOUR + 1);

        purge.run(HOUR + 24);
        assertEquals(List.of(10), checks(Rollup.Step.MINUTE));
        purge.run(HOUR + 25);
        assertEquals(List.of(), checks(Rollup.Step.MINUTE));

        purge.run(HOUR + 396 * 24);
        assertEquals(List.of(10), checks(Rollup.Step.HOUR));
        purge.run(HOUR + 396 * 24 + 1);
        assertEquals(List.of(), checks(Rollup.Step.HOUR));
    }

    @Test
    void aClockThatIsYearsAheadForAnHourDeletesADayAtMost() {
        for (long hour = HOUR - 100; hour < HOUR; hour++) {
            minute(hour * 60, "gpu-1", 10);
        }
        sumUpBefore(HOUR);

        purge.run(HOUR + 10 * 365 * 24);

        var rest = past.rollups("gpu-1", Rollup.Step.HOUR, new Span(Given.NOON.minus(Duration.ofDays(9)), Given.NOON));
        assertTrue(rest.size() >= 76, rest.size() + " hours");
    }

    @Test
    void tenThousandBackendsEachFindTheirOwn() {
        var names = LongStream.range(0, 10_000).mapToObj(i -> "b" + i).toList();
        var out = new Bytes();
        for (int i = 0; i < names.size(); i++) {
            Packing.EXACT.write(tally(1 + i % 100), out);
        }
        var minute = new Minute(HOUR * 60, names, out.all());
        session.run(connection -> {
            rows.write(connection, minute);
            return true;
        });

        for (int i : new int[] {0, 63, 64, 777, 9999}) {
            var found = past.rollups("b" + i, Rollup.Step.MINUTE, around());
            assertEquals(
                    List.of(1 + i % 100), found.stream().map(Rollup::checks).toList(), "b" + i);
        }
    }

    private void minute(long number, String name, int checks) {
        var out = new Bytes();
        Packing.EXACT.write(tally(checks), out);
        session.run(connection -> {
            rows.write(connection, new Minute(number, List.of(name), out.all()));
            return true;
        });
    }

    private static Tally tally(int checks) {
        var counts = new int[Latencies.BUCKETS];
        counts[Latencies.bucket(Duration.ofMillis(10).toNanos())] = checks;
        return new Tally(checks, 0, Latencies.of(counts));
    }

    private void sumUpBefore(long hour) {
        for (long open : session.run(connection -> rows.openHours(connection, hour))) {
            session.run(connection -> rows.sumUp(connection, open));
        }
    }

    private static Span around() {
        Instant start = Instant.ofEpochSecond(HOUR * 3600);
        return new Span(start.minusSeconds(3600), start.plusSeconds(7200));
    }

    private List<Integer> checks(Rollup.Step step) {
        return past.rollups("gpu-1", step, around()).stream()
                .map(Rollup::checks)
                .toList();
    }
}
