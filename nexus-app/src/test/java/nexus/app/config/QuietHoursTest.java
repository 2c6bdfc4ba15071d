package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final QuietHours BERLIN = new QuietHours(
            List.of(QuietHours.Span.parse("22:00-07:00"), QuietHours.Span.parse("12:00-12:30")),
            ZoneId.of("Europe/Berlin"));

    /// In winter Berlin is an hour ahead of UTC, in summer two; on 2026-03-29 its clocks go from 02:00 to 03:00.
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:59:59Z, false",
        "2026-11-24T21:00:00Z, true",
        "2026-11-25T05:59:59Z, true",
        "2026-11-25T06:00:00Z, false",
        "2026-11-25T11:15:00Z, true",
        "2026-11-25T11:30:00Z, false",
        "2026-07-01T20:00:00Z, true",
        "2026-07-02T05:00:00Z, false",
        "2026-03-29T01:30:00Z, true",
        "2026-03-29T05:00:00Z, false"
    })
    void theyAreThoseOfTheZonesClock(Instant now, boolean quiet) {
        assertEquals(quiet, BERLIN.holds(now));
        assertEquals(false, QuietHours.NEVER.holds(now));
    }
}
