package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.Eventually;
import nexus.app.config.ReceiverConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Receivers that come, go, change and hang while Nexus runs, and its end.
class NotifierChangesTest {

    private final Wired wired = new Wired();

    @AfterEach
    void end() throws Exception {
        wired.end();
    }

    @Test
    void oneThatIsAddedWhileNexusRunsHearsWhatIsUnhealthyAlready() {
        wired.start(List.of(), "a", "b");
        wired.fail("a");
        wired.succeed("b");

        wired.notifier().follow(List.of(wired.receiver("late")));

        assertEquals("a is unhealthy", wired.title(1));
        wired.succeed("a");
        assertEquals("a is healthy again", wired.title(2));
    }

    @Test
    void messagesThatWaitGoToTheNewAddress() {
        try (var wrong = Hook.start()) {
            wrong.always(Hook.answering("503 Busy", "no", "Retry-After: 3600"));
            wired.start(List.of(Wired.receiver("ops", wrong.url())), "a");
            wired.fail("a");
            wrong.await(1);

            wired.notifier().follow(List.of(wired.receiver("ops")));

            assertEquals("a is unhealthy", wired.title(1));
            assertEquals(
                    wrong.requests().getFirst().headers().get("nexus-delivery"),
                    wired.hook.requests().getFirst().headers().get("nexus-delivery"));
        }
    }

    @Test
    void oneThatFailsOnceIsToldAgainUnderTheSameId() {
        wired.hook.then(Hook.answering("500 Oops", "later"));
        wired.start(List.of(wired.receiver("ops")), "a");

        wired.fail("a");

        assertEquals("a is unhealthy", wired.title(2));
        assertEquals(
                wired.hook.requests().getFirst().headers().get("nexus-delivery"),
                wired.hook.requests().getLast().headers().get("nexus-delivery"));
        Eventually.seen(
                "no trouble any more",
                () -> wired.notifier().states().getFirst(),
                state -> state.trouble().isEmpty() && state.tally().delivered() == 1);
    }

    @Test
    void oneThatHangsIsInNobodysWay() {
        try (var dead = Hook.start()) {
            dead.always(Hook.hanging());
            wired.start(List.of(Wired.receiver("dead", dead.url()), wired.receiver("ops")), "a");

            wired.fail("a");
            assertEquals("a is unhealthy", wired.title(1));
            wired.succeed("a");
            assertEquals("a is healthy again", wired.title(2));
            Eventually.seen(
                    "what waits",
                    () -> wired.notifier().states().stream()
                            .map(ReceiverState::queued)
                            .toList(),
                    queued -> queued.equals(List.of(2, 0)));
        }
    }

    @Test
    void whatIsNotToldYetIsToldWhenNexusStops() {
        try (var patient = Hook.start()) {
            var slow = Wired.receiver("slow", patient.url(), ReceiverConfig.Scope.ALL, Duration.ofHours(1));
            wired.start(List.of(slow, wired.receiver("ops")), "a");
            wired.fail("a");
            wired.title(1);
            assertEquals(List.of(), patient.requests());

            wired.stop();

            assertEquals(
                    "a is unhealthy", Wired.read(patient.await(1).getFirst().body()));
        }
    }

    @Test
    void aTestIsMarkedAndNotRepeated() {
        wired.start(List.of(wired.receiver("ops")), "a");
        wired.hook.then(Hook.answering("503 Busy", "later"));

        assertTrue(wired.test("ops").startsWith("Failed"));
        assertTrue(wired.test("ops").startsWith("Delivered"));
        assertEquals(Optional.empty(), wired.notifier().test("nobody"));
        assertEquals("Test message from Nexus", wired.title(2));
        assertEquals(2, wired.hook.requests().size());
    }
}
