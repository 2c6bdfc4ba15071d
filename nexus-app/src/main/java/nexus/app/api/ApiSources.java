package nexus.app.api;

import java.util.Objects;
import java.util.Optional;
import nexus.app.events.EventLog;
import nexus.app.history.Past;
import nexus.app.metrics.Metrics;
import nexus.app.notify.Notifier;
import nexus.app.operate.Operator;
import nexus.app.registry.Registry;

/// What the API answers from. All of it is thread-safe and answers from memory, but for the past.
///
/// @param past empty: no history is kept
public record ApiSources(
        Registry registry,
        ApiInfo info,
        Operator operator,
        EventLog events,
        Metrics metrics,
        Notifier notifier,
        Optional<Past> past) {

    public ApiSources {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(notifier, "notifier");
        Objects.requireNonNull(past, "past");
    }
}
