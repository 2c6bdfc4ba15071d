package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import nexus.app.Eventually;
import nexus.app.history.Rollup;
import nexus.app.history.Span;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A whole history whose clock somebody sets while it runs.
class ClockTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SetClock clock = new SetClock(Given.NOON);
    private final Registry registry = Given.fleet("gpu-1");
    private final History history = History.open(new SqliteMemory(), 1000, clock, Given.PATIENCE);

    @BeforeEach
    void observe() {
        history.events().reserved();
        history.observe(registry);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void setForwardADayTheDayBetweenWasNotObservedAndHasNoChecks() {
        minute();
        clock.forward(DAY);
        minute();
        minute();

        assertObserved(
                Given.span("2026-11-24T12:00:00Z", "2026-11-24T12:01:00Z"),
                Given.span("2026-11-25T12:02:00Z", "2026-11-25T12:03:00Z"));
        assertEquals(3, checks(3));
    }

    @Test
    void setBackADayTheTimesThatAreSeenTwiceCountOnceInWhatWasObserved() {
        minute();
        minute();
        clock.forward(DAY.negated());
        minute();
        minute();

        assertObserved(
                Given.span("2026-11-23T12:03:00Z", "2026-11-23T12:04:00Z"),
                Given.span("2026-11-24T12:00:00Z", "2026-11-24T12:02:00Z"));
        assertEquals(4, checks(4));
    }

    @Test
    void setBackAQuarterOfAnHourMinutesAreAddedToTheirNamesakes() {
        for (int i = 0; i < 20; i++) {
            minute();
        }
        clock.forward(Duration.ofMinutes(-15));
        for (int i = 0; i < 20; i++) {
            minute();
        }

        assertObserved(Given.span("2026-11-24T12:00:00Z", "2026-11-24T12:25:00Z"));
        assertEquals(40, checks(40));
    }

    /// One check, and a minute goes by.
    private void minute() {
        Given.fails(registry, "gpu-1", 1);
        clock.forward(MINUTE);
        history.tick();
    }

    /// What is noted is written by another thread, soon.
    private void assertObserved(Span... expected) {
        Eventually.seen("observed", () -> history.past().observed(days()), List.of(expected)::equals);
    }

    /// How many were kept, by minutes and by hours alike.
    private int checks(int expected) {
        for (var step : Rollup.Step.values()) {
            Eventually.seen("all by " + step, () -> sum(step), sum -> sum == expected);
        }
        return sum(Rollup.Step.HOUR);
    }

    private int sum(Rollup.Step step) {
        return history.past().rollups("gpu-1", step, days()).stream()
                .mapToInt(Rollup::checks)
                .sum();
    }

    private static Span days() {
        return Given.span("2026-11-22T00:00:00Z", "2026-11-27T00:00:00Z");
    }
}
