package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                " 1.5 |PT1.5S",
                "999999999|PT1H",
                "Tue, 24 Nov 2026 16:05:00 GMT|PT5M",
                "Tue, 24 Nov 2026 15:00:00 GMT|PT0S",
                "Sun, 24 Nov 2126 15:00:00 GMT|PT1H",
                "-1|",
                "soon|",
                "1e9|",
                "99999999999999999999|"
            })
    void secondsAndDatesAreUnderstoodWithinAnHour(String value, Duration wait) {
        assertEquals(Optional.ofNullable(wait), RetryAfter.of(value, Story.START));
    }

    @Test
    void waitsDoubleUpToABoundAndAreNeverTheSame() {
        var backoff = new Backoff(new Random(7));
        for (int failures = 1; failures < 100; failures++) {
            long most = Math.min(Backoff.LONGEST.toSeconds(), 1L << Math.min(failures - 1, 20));
            var wait = backoff.after(failures, Optional.empty());

            assertTrue(wait.compareTo(Duration.ofSeconds(most)) <= 0, failures + ": " + wait);
            assertTrue(wait.compareTo(Duration.ofSeconds(most).dividedBy(2)) >= 0, failures + ": " + wait);
        }
        assertTrue(!backoff.after(9, Optional.empty()).equals(backoff.after(9, Optional.empty())));
    }
}
