package nexus.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant DAY = Instant.parse("2026-03-29T00:00:00Z");

    private final KeptPast past = new KeptPast();

    @Test
    void stepsWithoutACheckAreAbsent() {
        hour(0, 10, 0, 20);
        hour(2, 10, 3, 20);

        var series = Series.of(past, "a", Resolution.HOUR, new Span(DAY, DAY.plus(Duration.ofDays(1))));

        assertEquals(
                List.of(DAY, DAY.plus(Duration.ofHours(2))),
                series.points().stream().map(Point::start).toList());
        assertEquals(3, series.points().getLast().failed());
    }

    @Test
    void aDayIsTwentyFourHoursInUtcWhateverClocksDo() {
        for (int i = 0; i < 48; i++) {
            hour(i, 10, 1, 20);
        }

        var days = Series.of(past, "a", Resolution.DAY, new Span(DAY, DAY.plus(Duration.ofDays(2))))
                .points();

        assertEquals(List.of(240L, 240L), days.stream().map(Point::checks).toList());
        assertEquals(List.of(24L, 24L), days.stream().map(Point::failed).toList());
        assertEquals(DAY.plus(Duration.ofDays(1)), days.getLast().start());
    }

    @Test
    void quantilesOfAllAreThoseOfAllChecksNotOfTheirAverages() {
        hour(0, 100, 0, 10);
        hour(1, 2, 0, 1000);

        var total = Series.of(past, "a", Resolution.HOUR, new Span(DAY, DAY.plus(Duration.ofDays(1))))
                .total()
                .orElseThrow();

        assertEquals(102, total.checks());
        assertTrue(total.latencies().quantile(0.95).orElseThrow().toMillis() < 12, total.toString());
        assertTrue(total.latencies().quantile(0.99).orElseThrow().toMillis() > 800, total.toString());
    }

    @Test
    void withoutAnyCheckThereIsNoTotal() {
        assertEquals(
                Optional.empty(),
                Series.of(past, "a", Resolution.MINUTE, new Span(DAY, DAY)).total());
    }

    private void hour(int hour, int checks, int failed, int millis) {
        past.rolledUp("a", Histories.hour(DAY.plus(Duration.ofHours(hour)), checks, failed, millis));
    }
}
