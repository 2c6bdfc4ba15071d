package nexus.app.config;

import java.util.ArrayList;
import java.util.List;

/// What is allowed, and yet seldom meant.
public final class Advice {

    private static final int NAMED = 3;

    private Advice() {}

    /// A sentence for each, for the user.
    public static List<String> of(NexusConfig config) {
        var slow = config.backends().stream()
                .filter(BackendConfig::enabled)
                .filter(backend -> outlasts(backend.timing()))
                .toList();
        var advice = new ArrayList<String>();
        if (!slow.isEmpty()) {
            Timing timing = slow.getFirst().timing();
            advice.add("timeout_seconds (" + Sections.seconds(timing.timeout()) + ") is longer than interval_seconds ("
                    + Sections.seconds(timing.interval()) + ") of " + names(slow)
                    + ": while a check waits, no other of the same backend starts");
        }
        return advice;
    }

    private static boolean outlasts(Timing timing) {
        return timing.timeout().compareTo(timing.interval()) > 0;
    }

    private static String names(List<BackendConfig> backends) {
        String first = String.join(
                ", ", backends.stream().limit(NAMED).map(BackendConfig::name).toList());
        int more = backends.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
