package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nexus.app.config.QuietHours;
import nexus.app.notify.Message.Kind;
import org.junit.jupiter.api.Test;

/// What a digest does over hours: reminders, quiet hours, restarts.
class DigestPatienceTest {

    @Test
    void whatIsStillUnhealthyIsRemindedOfInOneMessageAgainAndAgain() {
        var story = new Story()
                .fell("a")
                .seconds(10)
                .pass(Duration.ofHours(2))
                .fell("b")
                .seconds(10);

        story.pass(Duration.ofHours(7));

        assertEquals(
                List.of(
                        "a is unhealthy",
                        "b is unhealthy",
                        "2 backends of host gpu-1 are still unhealthy",
                        "2 backends of host gpu-1 are still unhealthy"),
                story.titles());
        assertTrue(
                story.lines().get(1).startsWith("- a, for 8h 0m: Timeout"),
                story.lines().get(1));
    }

    @Test
    void nobodyIsRemindedWhenAllIsWellAgainOrWhereItIsOff() {
        var well = new Story().fell("a").seconds(10).rose("a").seconds(10).pass(Duration.ofDays(2));
        var off = new Story(Story.rules(rules -> rules.remind(Duration.ZERO)))
                .fell("a")
                .pass(Duration.ofDays(2));

        assertEquals(2, well.titles().size());
        assertEquals(List.of("a is unhealthy"), off.titles());
    }

    @Test
    void quietHoursHoldEverythingBackAndEndWithOneSummary() {
        var night = new QuietHours.Span(LocalTime.of(22, 0), LocalTime.of(7, 0));
        var berlin = new QuietHours(List.of(night), ZoneId.of("Europe/Berlin"));
        var story = new Story(Story.rules(rules -> rules.quiet(berlin)));

        // 17:00 in Berlin
        story.pass(Duration.ofHours(5)).fell("a", "b").pass(Duration.ofHours(1)).rose("b");
        story.pass(Duration.ofHours(7).plusMinutes(59));
        assertEquals(List.of(), story.titles());

        story.pass(Duration.ofMinutes(2));

        assertEquals(List.of("In the quiet hours: a is unhealthy"), story.titles());
        assertEquals(Kind.SUMMARY, story.last().kind());
        assertEquals(1, story.last().blips().all());
    }

    @Test
    void aRestartKnowsWhoWasToldAndResolvesThem() {
        var story = new Story();
        story.digest().resume(Map.of("a", "gpu-1", "b", "gpu-1"), Story.START);

        story.rose("a").fell("b").seconds(20).rose("b").seconds(20);

        assertEquals(List.of("a is healthy again", "b is healthy again"), story.titles());
        assertEquals(
                "- b on gpu-1: healthy, it was unhealthy before Nexus started",
                story.lines().getLast());
    }

    @Test
    void whoWasLeftInPeaceWhenNexusWasRestartedIsToldInTheMorning() {
        // given that the run before had told nobody: it was quiet
        var siesta = new QuietHours.Span(LocalTime.of(12, 0), LocalTime.of(18, 0));
        var story = new Story(Story.rules(rules -> rules.quiet(new QuietHours(List.of(siesta), ZoneId.of("UTC")))));
        story.digest().resume(Map.of("a", "gpu-1"), Story.START);

        story.fell("a").pass(Duration.ofHours(3));

        assertEquals(List.of("In the quiet hours: a is unhealthy"), story.titles());
    }

    @Test
    void aClockThatIsSetBackHoldsNothingForLongerThanTheWindow() {
        var story = new Story().fell("a").seconds(2);

        story.clock(Story.START.minus(Duration.ofDays(1))).seconds(1);

        assertEquals(List.of("a is unhealthy"), story.titles());
    }
}
