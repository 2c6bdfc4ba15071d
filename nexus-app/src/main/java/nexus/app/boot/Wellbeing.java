package nexus.app.boot;

import java.time.Duration;
import nexus.app.api.ApiServer;
import nexus.app.check.Checker;
import nexus.app.registry.FleetCounts;

/// Whether this process does what it is for: the clock of the checks goes on, and a request is answered.
record Wellbeing(Checker checker, ApiServer api) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    boolean isWell() {
        return checker.isTicking() && api.isAnswering(PATIENCE);
    }

    /// The fleet in one line: `degraded: 2 of 3 backends are healthy, 7 models`.
    static String of(FleetCounts fleet) {
        return fleet.verdict().text() + ": " + fleet.healthy() + " of " + fleet.total() + " backends are healthy, "
                + fleet.models() + " models";
    }
}
