package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 1000, Long.MIN_VALUE})
    void countsDownOnAClockThatMayWrapAround(long start) {
        var clock = new AtomicLong(start);
        Deadline deadline = Deadline.after(Duration.ofNanos(2500), clock::get);
        assertEquals(2500, deadline.remainingNanos());
        assertEquals(1, deadline.remainingMillis());
        clock.addAndGet(2499);
        assertFalse(deadline.passed());
        assertEquals(1, deadline.remainingMillis());
        clock.addAndGet(1);
        assertTrue(deadline.passed());
        clock.addAndGet(7);
        assertEquals(0, deadline.remainingNanos());
        assertEquals(0, deadline.remainingMillis());
    }

    @Test
    void theSoonerOneHolds() {
        var clock = new AtomicLong();
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), clock::get);
        assertEquals(1_000_000_000, deadline.sooner(Duration.ofSeconds(1)).remainingNanos());
        assertSame(deadline, deadline.sooner(Duration.ofSeconds(9)));
    }
}
