package nexus.app.history.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until it is set.
final class SetClock implements InstantSource {

    private volatile Instant now;

    SetClock(Instant now) {
        this.now = now;
    }

    void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
