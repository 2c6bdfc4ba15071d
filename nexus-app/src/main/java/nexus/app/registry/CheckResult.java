package nexus.app.registry;

import java.util.Objects;
import nexus.app.health.Outcome;

/// What a check hands over: what it came to, and how it went.
public record CheckResult(Outcome outcome, CheckReport report) {

    public CheckResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(report, "report");
    }
}
