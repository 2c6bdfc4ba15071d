package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private long now = Long.MAX_VALUE - 5;
    private final TokenBucket bucket = new TokenBucket(20, 50, () -> now);

    @Test
    void aBurstIsServedAndThenSoManyASecond() {
        assertEquals(50, taken(100));

        now += TimeUnit.MILLISECONDS.toNanos(500);

        assertEquals(10, taken(100));
    }

    @Test
    void restingLongSavesNoMoreThanABurst() {
        now += TimeUnit.HOURS.toNanos(1);

        assertEquals(50, taken(100));
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }
}
