package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedConnectionTest {

    private static final ClientLimits LIMITS =
            new ClientLimits(Duration.ofNanos(60), Duration.ofNanos(5), Duration.ofNanos(20), Duration.ofNanos(20));

    private final HandMade inner = new HandMade();
    private final WatchedConnection watched = new WatchedConnection(inner, () -> 0, () -> {});

    @Test
    void aConnectionThatSendsNothingIsCutAtTheIdleLimit() {
        assertFalse(watched.check(LIMITS, 60));
        assertTrue(watched.check(LIMITS, 61));
    }

    @Test
    void aRequestHasTheHeadLimitFromItsFirstByteOn() {
        watched.received(50);

        assertFalse(watched.check(LIMITS, 55));
        assertTrue(watched.check(LIMITS, 56));
    }

    @Test
    void moreBytesWinNoTime() {
        watched.received(50);
        watched.received(54);

        assertTrue(watched.check(LIMITS, 56));
    }

    @Test
    void anAnswerHasItsOwnLimit() {
        watched.received(50);
        watched.understood(54);
        inner.readsFirstLine = false;

        assertFalse(watched.check(LIMITS, 74));
        assertTrue(watched.check(LIMITS, 75));
    }

    @Test
    void afterAnAnswerTheConnectionMayIdleAgain() {
        watched.received(0);
        watched.understood(1);
        inner.readsFirstLine = true;

        assertFalse(watched.check(LIMITS, 30));
        assertFalse(watched.check(LIMITS, 90));
        assertTrue(watched.check(LIMITS, 91));
    }

    @Test
    void aSecondRequestHasTheHeadLimitToo() {
        watched.received(0);
        watched.understood(1);
        watched.named(10);

        assertFalse(watched.check(LIMITS, 15));
        assertTrue(watched.check(LIMITS, 16));
    }

    @Test
    void aConnectionThatAsksAgainAndAgainIsNeverCut() {
        inner.readsFirstLine = false;
        for (int now = 0; now < 1000; now += 10) {
            watched.received(now);
            watched.named(now + 1);
            watched.understood(now + 2);
            assertFalse(watched.check(LIMITS, now + 9));
        }
    }

    private static final class HandMade implements ServerConnection, InterruptableTask<Void> {
        private boolean readsFirstLine;

        @Override
        public boolean canInterrupt() {
            return readsFirstLine;
        }

        @Override
        public Duration idleTime() {
            return Duration.ZERO;
        }

        @Override
        public void close(boolean interrupt) {}
    }
}
