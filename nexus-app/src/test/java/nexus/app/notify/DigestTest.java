package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.config.ReceiverTopic;
import nexus.app.events.Cause;
import nexus.app.notify.Message.How;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void aBackendThatFallsIsToldAfterTheWindowAndItsReturnWithTheTimeItTook() {
        var story = new Story().fell("a").seconds(9);
        assertEquals(List.of(), story.titles());

        story.seconds(1).pass(Duration.ofMinutes(4)).rose("a").seconds(20);

        assertEquals(List.of("a is unhealthy", "a is healthy again"), story.titles());
        assertEquals(List.of("No longer unhealthy:", "- a on gpu-1: healthy after 4m 10s"), story.lines());
    }

    @Test
    void aSingleOneIsToldWithItsCauseAndWhatToDo() {
        var story = new Story().fell("a").seconds(10);

        assertEquals(
                List.of(
                        "Unhealthy:",
                        "- a on gpu-1: Timeout: connected in 0.4 ms, then no answer for 5 s. Fix backend"),
                story.lines());
    }

    @Test
    void whatComesWithinTheWindowIsOneMessageThatNamesTheCommonHost() {
        var story = new Story();
        for (int i = 0; i < 12; i++) {
            story.fell("gpu-1-" + (char) ('a' + i));
        }
        story.seconds(30);

        assertEquals(List.of("12 backends of host gpu-1 are unhealthy"), story.titles());
        assertEquals("- and 2 more", story.lines().getLast());
        assertEquals(12, story.lines().size());
    }

    @Test
    void backendsOfSeveralHostsHaveNoHostInTheTitle() {
        var story = new Story()
                .fell("a", "gpu-1", Story.TIMEOUT)
                .fell("b", "gpu-2", Story.TIMEOUT)
                .seconds(10);

        assertEquals(List.of("2 backends are unhealthy"), story.titles());
    }

    @Test
    void aStormIsOneMessageOfBoundedSize() {
        var story = new Story();
        for (int i = 0; i < 10_000; i++) {
            story.fell("b" + i, "host-" + i % 50, Story.TIMEOUT);
        }
        story.seconds(10);

        assertEquals(List.of("10000 backends are unhealthy"), story.titles());
        assertEquals(Part.MOST, story.last().unhealthy().first().size());
        assertEquals("- and 9990 more", story.lines().getLast());

        for (int i = 0; i < 10_000; i++) {
            story.rose("b" + i);
        }
        story.seconds(10);

        assertEquals("10000 backends are healthy again", story.titles().getLast());
        assertEquals(0, story.last().stillDown());
    }

    @Test
    void theSuspicionOfTheOwnNetworkIsSaidFirst() {
        var suspected = new Cause(
                "ConnectionFailed",
                "ConnectionFailed",
                "no route to gpu-2 port 80; 3 backends on 2 hosts failed with no success between: suspect this machine's own network",
                "Check the network");
        var story = new Story()
                .fell("a", "gpu-1", Story.TIMEOUT)
                .fell("b", "gpu-2", suspected)
                .seconds(10);

        assertEquals(
                List.of("2 backends are unhealthy; suspect the network of the machine that runs Nexus"),
                story.titles());
        assertEquals(
                "3 backends on 2 hosts failed with no success between: suspect this machine's own network",
                story.lines().getFirst());
    }

    @Test
    void aServerCanNotRaiseThatSuspicion() {
        var forged = new Cause("HttpError", "HttpError(500)", "x; suspect this machine's own network", "f");

        assertEquals(
                Optional.empty(),
                new Story().fell("a", "h", forged).seconds(10).last().suspicion());
    }

    @Test
    void whatWentAndCameBackWithinTheWindowIsOneLine() {
        var story = new Story()
                .fell("a")
                .seconds(2)
                .rose("a")
                .seconds(1)
                .fell("a")
                .seconds(3)
                .rose("a")
                .seconds(20);

        assertEquals(List.of("a was unhealthy for a short time"), story.titles());
        assertEquals(
                "- a on gpu-1: for 5s in all, 2 times: Timeout: connected in 0.4 ms, then no answer for 5 s",
                story.lines().getLast());
    }

    @Test
    void whoIsKnownAsUnhealthyMayComeAndGoWithinTheWindowAndNobodyHears() {
        var story =
                new Story().fell("a").seconds(20).rose("a").seconds(3).fell("a").seconds(20);

        assertEquals(List.of("a is unhealthy"), story.titles());
    }

    @Test
    void aBackendThatIsDrainedOrRemovedIsNeverCalledHealthy() {
        var story = new Story().fell("a", "b", "c").seconds(10);

        story.over(How.DRAINED, "a").over(How.REMOVED, "b").seconds(10);

        assertEquals(
                "2 backends of host gpu-1 are no longer unhealthy",
                story.titles().getLast());
        assertEquals(
                List.of(
                        "No longer unhealthy (2 of host gpu-1):",
                        "- a: drained after 10s",
                        "- b: removed after 10s",
                        "Unhealthy in all: 1"),
                story.lines());
        assertEquals(
                List.of("c"),
                story.pass(Duration.ofHours(4)).last().unhealthy().first().stream()
                        .map(fallen -> fallen.name())
                        .toList());
    }

    @Test
    void oneThatIsDrainedBeforeItWasToldIsNoNews() {
        assertEquals(
                List.of(),
                new Story()
                        .fell("a")
                        .seconds(3)
                        .over(How.DRAINED, "a")
                        .seconds(20)
                        .titles());
    }

    @Test
    void anotherCauseIsToldToWhoAsksForIt() {
        var other = new Cause("HttpError", "HttpError(500)", "it says: no engine", "Look at its log");
        var all = new Story(
                Story.rules(rules -> rules.on(ReceiverTopic.UNHEALTHY, ReceiverTopic.HEALTHY, ReceiverTopic.CAUSE)));
        var usual = new Story();
        for (var story : List.of(all, usual)) {
            story.fell("a").seconds(10).digest().causeChanged("a", other, story.now());
            story.seconds(10);
        }

        assertEquals(List.of("a is unhealthy", "a is still unhealthy, for another reason"), all.titles());
        assertEquals(
                "- a on gpu-1: HttpError: it says: no engine",
                all.lines().getLast().split(",")[0]);
        assertEquals(List.of("a is unhealthy"), usual.titles());
    }

    @Test
    void whoWantsTheBadNewsOnlyGetsNoGoodOnes() {
        var story = new Story(Story.rules(rules -> rules.on(ReceiverTopic.UNHEALTHY)));

        story.fell("a").seconds(10).rose("a").seconds(10).fell("a").seconds(10);

        assertEquals(List.of("a is unhealthy", "a is unhealthy"), story.titles());
    }
}
