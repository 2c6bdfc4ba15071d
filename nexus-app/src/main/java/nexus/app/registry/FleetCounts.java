package nexus.app.registry;

import java.util.List;
import java.util.Locale;
import nexus.app.health.BackendStatus;

/// How many backends are in which status, and how many models they offer together. Disabled backends are not
/// counted.
///
/// @param models  distinct ids, not failed, on at least one healthy backend
/// @param version grows with every change of a status, a list or the fleet
public record FleetCounts(int healthy, int unhealthy, int unknown, int draining, int models, long version) {

    /// The verdict over the whole fleet.
    public enum Verdict {
        HEALTHY,
        DEGRADED,
        UNHEALTHY;

        /// The word of JSON and of the command line: `degraded`.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public int total() {
        return healthy + unhealthy + unknown + draining;
    }

    /// No healthy backend: unhealthy. All healthy: healthy. In between: degraded.
    public Verdict verdict() {
        if (healthy == 0) {
            return Verdict.UNHEALTHY;
        }
        return healthy == total() ? Verdict.HEALTHY : Verdict.DEGRADED;
    }

    /// Counts anew.
    static FleetCounts of(List<Backend> backends, int models, long version) {
        int[] counts = new int[BackendStatus.values().length];
        for (var backend : backends) {
            var snapshot = backend.snapshot();
            counts[snapshot.status().ordinal()] += snapshot.config().enabled() ? 1 : 0;
        }
        return new FleetCounts(
                counts[BackendStatus.HEALTHY.ordinal()],
                counts[BackendStatus.UNHEALTHY.ordinal()],
                counts[BackendStatus.UNKNOWN.ordinal()],
                counts[BackendStatus.DRAINING.ordinal()],
                models,
                version);
    }

    FleetCounts moved(BackendStatus from, BackendStatus to, int models) {
        return with(from, -1).with(to, 1).offering(models);
    }

    /// The next version, with so many models.
    FleetCounts offering(int models) {
        return new FleetCounts(healthy, unhealthy, unknown, draining, models, version + 1);
    }

    private FleetCounts with(BackendStatus status, int more) {
        return switch (status) {
            case HEALTHY -> new FleetCounts(healthy + more, unhealthy, unknown, draining, models, version);
            case UNHEALTHY -> new FleetCounts(healthy, unhealthy + more, unknown, draining, models, version);
            case UNKNOWN -> new FleetCounts(healthy, unhealthy, unknown + more, draining, models, version);
            case DRAINING -> new FleetCounts(healthy, unhealthy, unknown, draining + more, models, version);
        };
    }
}
