package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nexus.app.history.Span;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final Instant NOON = Given.NOON;

    private final Runs runs = new Runs(NOON);

    @Test
    void minutesThatFollowEachOtherAreOneStretch() {
        runs.note(NOON.plusSeconds(60));
        runs.note(NOON.plusSeconds(121));

        assertEquals(List.of(new Runs.Run(NOON, NOON.plusSeconds(121), true)), runs.unsaved());
    }

    @Test
    void aPausedMachineEndsOneStretchAndBeginsAnotherThatIsNoStart() {
        runs.note(NOON.plusSeconds(60));
        runs.note(NOON.plusSeconds(3600));

        assertEquals(
                List.of(
                        new Runs.Run(NOON, NOON.plusSeconds(60), true),
                        new Runs.Run(NOON.plusSeconds(3600), NOON.plusSeconds(3600), false)),
                runs.unsaved());
    }

    @Test
    void aClockThatIsSetBackADayBeginsAnotherStretch() {
        runs.note(NOON.plusSeconds(60));
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        runs.note(yesterday);
        runs.note(yesterday.plusSeconds(60));

        assertEquals(
                List.of(
                        new Runs.Run(NOON, NOON.plusSeconds(60), true),
                        new Runs.Run(yesterday, yesterday.plusSeconds(60), false)),
                runs.unsaved());
    }

    @Test
    void aClockThatIsSetBackALittleStandsStill() {
        runs.note(NOON.plusSeconds(60));
        runs.note(NOON.plusSeconds(55));

        assertEquals(List.of(new Runs.Run(NOON, NOON.plusSeconds(60), true)), runs.unsaved());
    }

    @Test
    void whatIsSavedIsForgottenButForTheStretchThatLasts() {
        runs.note(NOON.plusSeconds(3600));
        var saved = runs.unsaved();
        runs.note(NOON.plusSeconds(3660));
        runs.saved(saved);

        assertEquals(List.of(new Runs.Run(NOON.plusSeconds(3600), NOON.plusSeconds(3660), false)), runs.unsaved());
    }

    @Test
    void stretchesThatOverlapAreOneAndAreCutToTheRange() {
        var spans = List.of(
                Given.span("2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"),
                Given.span("2026-11-23T23:00:00Z", "2026-11-24T10:00:00Z"),
                Given.span("2026-11-24T05:00:00Z", "2026-11-24T06:00:00Z"),
                Given.span("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"),
                Given.span("2026-11-24T12:00:00Z", "2026-11-24T12:00:00Z"),
                Given.span("2026-11-24T23:30:00Z", "2026-11-26T00:00:00Z"));
        Span day = Given.day();

        assertEquals(
                List.of(
                        Given.span("2026-11-24T00:00:00Z", "2026-11-24T11:00:00Z"),
                        Given.span("2026-11-24T23:30:00Z", "2026-11-25T00:00:00Z")),
                RunRows.union(spans, day));
    }
}
