package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nexus.app.config.ReceiverConfig;
import nexus.app.health.BackendStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the registry to a receiver's socket, by way of the event log.
class NotifierTest {

    private final Wired wired = new Wired();

    @AfterEach
    void end() throws Exception {
        wired.end();
    }

    @Test
    void aFallAndAReturnArrive() {
        wired.start(List.of(wired.receiver("ops")), "a");

        wired.fail("a");
        assertEquals("a is unhealthy", wired.title(1));
        wired.succeed("a");
        assertEquals("a is healthy again", wired.title(2));
        assertEquals(
                List.of("nexus/test", "nexus/test"),
                wired.hook.requests().stream()
                        .map(request -> request.headers().get("user-agent"))
                        .toList());
    }

    @Test
    void theFirstStartTellsOfNothingButTrouble() {
        wired.start(List.of(wired.receiver("ops")), "a", "b");

        wired.succeed("a");
        wired.fail("b");

        assertEquals("b is unhealthy", wired.title(1));
    }

    @Test
    void afterARestartOnlyWhatIsNewIsTold() {
        wired.stored("a", BackendStatus.UNHEALTHY);
        wired.stored("b", BackendStatus.HEALTHY);
        wired.stored("c", BackendStatus.UNHEALTHY);
        wired.stored("gone", BackendStatus.UNHEALTHY);
        wired.start(List.of(wired.receiver("ops")), "a", "b", "c", "d");

        wired.fail("a");
        wired.succeed("b");
        wired.succeed("c");

        assertEquals("c is healthy again", wired.title(1));
        wired.fail("d");
        assertEquals("d is unhealthy", wired.title(2));
        wired.succeed("a");
        assertEquals("a is healthy again", wired.title(3));
    }

    @Test
    void aDrainedOneIsResolvedAsSuch() {
        wired.start(List.of(wired.receiver("ops")), "a");
        wired.fail("a");
        wired.title(1);

        wired.registry().backend("a").orElseThrow().drain(Instant.now());

        assertEquals("a is drained, and no longer watched for health", wired.title(2));
    }

    @Test
    void hundredsThatAreRemovedAtOnceAreAllResolved() {
        var names = IntStream.range(0, 250).mapToObj(i -> "b" + i).toArray(String[]::new);
        wired.start(List.of(wired.receiver("ops")), names);
        for (String name : names) {
            wired.fail(name);
        }
        wired.awaitText("\"still_unhealthy\":250");

        wired.registry().replace(List.of());

        wired.awaitText("removed from the fleet");
        wired.awaitText("\"still_unhealthy\":0");
    }

    @Test
    void oneThatIsDisabledIsResolvedToo() {
        wired.start(List.of(wired.receiver("ops")), "a");
        wired.fail("a");
        wired.title(1);

        wired.registry().replace(List.of(Wired.disabled(Wired.config("a"))));

        assertEquals("a is removed from the fleet", wired.title(2));
    }

    @Test
    void aReceiverHearsOnlyOfItsOwnBackends() {
        var scoped = new ReceiverConfig.Scope(Set.of("a"), Map.of());
        wired.start(List.of(wired.receiver("ops", scoped)), "a", "b");

        wired.fail("b");
        wired.fail("a");

        assertEquals("a is unhealthy", wired.title(1));
    }
}
