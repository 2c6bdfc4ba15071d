package nexus.app.history.store;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nexus.app.log.Log;

/// Tells that history can't be kept, once, and when it can again. For one thread.
final class Telling {

    private static final Log LOG = Log.of("history");
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    /// Empty: all is well. Problems may take turns: each is told once.
    private final Set<String> told = new HashSet<>();
    private long toldAt;

    /// Another problem than before is told as the first one was; the same one at most once a minute, to who looks
    /// closely.
    void failed(String problem) {
        long now = System.nanoTime();
        if (told.add(problem)) {
            LOG.warn("history can't be kept, tried again; checks go on", "problem", problem);
        } else if (now - toldAt >= AGAIN_NANOS) {
            LOG.debug("history still can't be kept", "problem", problem);
        } else {
            return;
        }
        toldAt = now;
    }

    /// @param dropped minutes whose checks were counted and could not be kept for long enough
    void healed(long dropped) {
        if (dropped > 0) {
            LOG.warn("some minutes of checks are missing from the history", "minutes", dropped);
        }
        if (!told.isEmpty()) {
            LOG.info("history is kept again");
            told.clear();
        }
    }
}
