package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nexus.app.config.BackendConfig;
import nexus.app.config.Samples;
import nexus.app.config.Timing;
import nexus.app.exchange.Lines;
import nexus.app.health.BackendStatus;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A checker, real sockets, and a fleet that changes.
class CheckerTest {

    private static final Duration RARELY = Duration.ofHours(1);

    private final CountingServer server = new CountingServer();
    private final Registry registry = new Registry(List.of(), InstantSource.system());
    private final Lines lines = Lines.ofSystem(1 << 20);
    private final Checker checker = HandRun.checker(registry, lines, 1 << 20);

    CheckerTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        checker.close();
        server.close();
    }

    private BackendConfig config(String name, Duration interval) {
        return Samples.judgedAtOnce(BackendConfig.of(name, server.url(name), "openai"))
                .withTiming(new Timing(interval, Duration.ofMinutes(5), interval, interval, interval));
    }

    private void fleet(BackendConfig... configs) {
        registry.replace(List.of(configs));
        checker.follow();
    }

    private Backend backend(String name) {
        return registry.backend(name).orElseThrow();
    }

    private static Change ended(CompletableFuture<Change> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static void assertRefused(CompletableFuture<Change> future) {
        var failure = assertThrows(ExecutionException.class, () -> ended(future));
        assertInstanceOf(CheckerException.class, failure.getCause());
    }

    @Test
    void aBackendThatComesIsCheckedAndOneThatGoesIsNot() throws Exception {
        checker.start();
        fleet(config("a", Duration.ofMillis(50)), config("b", Duration.ofMillis(50)));
        server.awaitArrivals("a", 3);
        server.awaitArrivals("b", 3);
        // when
        fleet(config("b", Duration.ofMillis(50)), config("c", Duration.ofMillis(50)));
        // then one that had begun may still arrive, none after it
        server.awaitArrivals("c", 3);
        int last = server.arrivals("a");
        server.awaitArrivals("b", server.arrivals("b") + 10);
        assertEquals(last, server.arrivals("a"));
    }

    @Test
    void aCheckOfABackendThatGoesEndsAtOnceAndGivesBackAllThatItHeld() throws Exception {
        // given a check that holds buffers and waits
        checker.start();
        fleet(config("a", RARELY));
        server.awaitArrivals("a", 1);
        server.hold("a");
        var hung = checker.checkNow(backend("a"));
        server.awaitArrivals("a", 2);
        var gone = backend("a");
        // when
        fleet();
        // then
        assertRefused(hung);
        server.awaitHangUps("a", 1);
        assertEquals(0, lines.buffers().lent());
        assertEquals(1, gone.snapshot().checks());
        assertRefused(checker.checkNow(gone));
    }

    @Test
    void aBackendThatMovesIsAskedAtItsNewPlaceAndTheOldAnswerIsThrownAway() throws Exception {
        // given one whose first check is under way
        checker.start();
        server.hold("old");
        var before = config("old", RARELY);
        fleet(before);
        server.awaitArrivals("old", 1);
        var old = backend("old");
        // when
        fleet(new BackendConfig(
                before.name(),
                server.url("new"),
                before.type(),
                before.priority(),
                before.enabled(),
                before.labels(),
                before.credential(),
                before.headers(),
                before.timing(),
                before.thresholds(),
                before.healthPath(),
                before.onParseError(),
                before.tls(),
                before.source()));
        // then
        server.awaitHangUps("old", 1);
        assertEquals(
                BackendStatus.HEALTHY,
                ended(checker.checkNow(backend("old"))).after().status());
        assertNotSame(old, backend("old"));
        assertFalse(old.snapshot().lastCheck().isPresent());
        assertEquals(1, server.arrivals("old"));
    }

    @Test
    void whatIsAskedForWhileACheckIsUnderWayFollowsItAndNeverOverlaps() throws Exception {
        // given
        checker.start();
        server.hold("a");
        fleet(config("a", RARELY).withTiming(timing(RARELY, Duration.ofSeconds(1))));
        server.awaitArrivals("a", 1);
        // when
        var asked = checker.checkNow(backend("a"));
        var again = checker.checkNow(backend("a"));
        server.release("a");
        // then
        assertSame(asked, again);
        assertEquals(BackendStatus.HEALTHY, ended(asked).after().status());
        assertEquals(2, server.arrivals("a"));
        assertTrue(backend("a").snapshot().nextCheck().isPresent());
        assertNotSame(asked, checker.checkNow(backend("a")));
    }

    private static Timing timing(Duration interval, Duration timeout) {
        return new Timing(interval, timeout, interval, interval, interval);
    }

    @Test
    void anotherTimingHoldsForTheSameBackendObject() throws Exception {
        // given one that is due in an hour
        checker.start();
        fleet(config("a", RARELY));
        server.awaitArrivals("a", 1);
        var same = backend("a");
        ended(checker.checkNow(same));
        // when
        fleet(config("a", Duration.ofMillis(50)));
        // then
        assertSame(same, backend("a"));
        server.awaitArrivals("a", 10);
        assertEquals(BackendStatus.HEALTHY, same.snapshot().status());
        // and a timeout of its own
        server.hold("a");
        fleet(config("a", RARELY).withTiming(timing(RARELY, Duration.ofMillis(300))));
        assertEquals(
                "Timeout(0.3)",
                ended(checker.checkNow(same))
                        .after()
                        .lastCheck()
                        .orElseThrow()
                        .error()
                        .orElseThrow()
                        .text());
    }

    @Test
    void nothingIsCheckedOnDemandWhereNothingIsChecked() {
        fleet(config("a", RARELY));
        assertRefused(checker.checkNow(backend("a")));
        assertEquals(0, server.arrivals("a"));
        checker.start();
        checker.close();
        assertRefused(checker.checkNow(backend("a")));
    }

    @Test
    void aFleetThatCannotBeCheckedIsRefusedBeforehand() {
        var odd = BackendConfig.of("odd", server.url("odd"), "no-such-type");
        assertThrows(CheckerException.class, () -> checker.prepare(List.of(config("a", RARELY), odd)));
        checker.prepare(List.of(config("a", RARELY)));
    }
}
