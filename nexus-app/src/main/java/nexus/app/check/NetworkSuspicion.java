package nexus.app.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nexus.app.health.BackendStatus;
import nexus.app.health.Phase;
import nexus.app.registry.BackendSnapshot;

/// Notices when everything fails at once: then this machine's own network is the likelier culprit than a
/// dozen backends. Verdicts stand; their cause says so. Thread-safe.
final class NetworkSuspicion {

    private static final int BACKENDS = 3;
    private static final int HOSTS = 2;

    private final Set<String> backends = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private volatile boolean running;

    /// A suspicion in words.
    ///
    /// @param first whether this failure raised it
    record Suspicion(String words, boolean first) {}

    /// A check of some backend succeeded: the network works.
    void success() {
        if (running) {
            clear();
        }
    }

    /// A check failed.
    ///
    /// @param before what was known before the failure
    synchronized Optional<Suspicion> failure(BackendSnapshot before, Phase phase) {
        boolean evidence = phase == Phase.RESOLVE || phase == Phase.CONNECT;
        boolean wasHealthy = before.status() == BackendStatus.HEALTHY;
        if (!evidence || !(wasHealthy || backends.contains(before.name()))) {
            return Optional.empty();
        }
        boolean alreadyRaised = isRaised();
        running = true;
        backends.add(before.name());
        hosts.add(before.config().url().host());
        return isRaised() ? Optional.of(new Suspicion(words(), !alreadyRaised)) : Optional.empty();
    }

    private synchronized void clear() {
        backends.clear();
        hosts.clear();
        running = false;
    }

    private boolean isRaised() {
        return backends.size() >= BACKENDS && hosts.size() >= HOSTS;
    }

    private String words() {
        return backends.size() + " backends on " + hosts.size()
                + " hosts failed with no success between: suspect this machine's own network";
    }
}
