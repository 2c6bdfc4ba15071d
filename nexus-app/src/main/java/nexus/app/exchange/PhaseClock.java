package nexus.app.exchange;

import java.util.function.LongSupplier;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;

/// Where an exchange stands, and how long it has been where. One thread.
final class PhaseClock {

    private final LongSupplier nanoTime;
    private final long[] spent = new long[Phase.values().length];
    private Phase phase = Phase.RESOLVE;
    private long since;

    PhaseClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    void enter(Phase next) {
        stop();
        phase = next;
    }

    /// Adds up to now.
    void stop() {
        long now = nanoTime.getAsLong();
        spent[phase.ordinal()] += now - since;
        since = now;
    }

    Phase phase() {
        return phase;
    }

    PhaseTimes times() {
        return new PhaseTimes(
                spent[Phase.RESOLVE.ordinal()],
                spent[Phase.CONNECT.ordinal()],
                spent[Phase.TLS.ordinal()],
                spent[Phase.WAIT.ordinal()],
                spent[Phase.READ.ordinal()]);
    }
}
