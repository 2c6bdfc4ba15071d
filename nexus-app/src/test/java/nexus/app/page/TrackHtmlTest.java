package nexus.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackHtmlTest {

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({
        "PT0S,0 s",
        "PT42.9S,42 s",
        "PT3M,3 min",
        "PT3M20S,3 min",
        "PT2H,2 h",
        "PT2H10M,2 h 10 min",
        "P5D,5 d",
        "P5DT1H3M,5 d 1 h"
    })
    void aLengthIsToldInOneOrTwoUnits(Duration length, String words) {
        assertEquals(words, TrackHtml.words(length));
    }

    @Test
    void aDayIsWholeCutOrMissing() {
        var days = new ArrayList<Optional<Track.Day>>(
                List.of(Optional.of(new Track.Day(0)), Optional.of(new Track.Day(0.5)), Optional.of(new Track.Day(1))));
        days.add(Optional.empty());
        var html = new StringBuilder();

        TrackHtml.bars(html, new Track(Optional.of(new BigDecimal("99.98")), days, List.of()));

        assertEquals(2, count(html, "class=\"healthy\""), html::toString);
        assertEquals(2, count(html, "class=\"unhealthy\""), html::toString);
        assertEquals(1, count(html, "class=\"none\""), html::toString);
        assertTrue(html.toString().contains("the last 30 days: healthy for 99.98 %"), html::toString);
    }

    private static int count(StringBuilder html, String part) {
        return html.toString().split(part, -1).length - 1;
    }
}
