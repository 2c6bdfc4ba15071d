package nexus.app.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import nexus.app.config.BackendConfig;
import nexus.app.health.BackendStatus;
import nexus.app.health.HealthState;
import nexus.spi.ModelList;

/// All that is known of one backend at one moment. Immutable.
///
/// @param since      when the present status began
/// @param latency    the moving average over successful checks, in milliseconds
/// @param models     empty: not known yet
/// @param lastCheck  empty: never checked
/// @param nextCheck  empty: none is planned (disabled, or checks are off)
/// @param checks     counted checks so far; void ones are not among them
/// @param failed     those of them that failed
public record BackendSnapshot(
        BackendConfig config,
        HealthState state,
        Instant since,
        OptionalDouble latency,
        Optional<ModelList> models,
        Optional<CheckReport> lastCheck,
        Optional<Instant> nextCheck,
        long checks,
        long failed) {

    public BackendSnapshot {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(models, "models");
        Objects.requireNonNull(lastCheck, "lastCheck");
        Objects.requireNonNull(nextCheck, "nextCheck");
    }

    static BackendSnapshot initial(BackendConfig config, Instant now) {
        return new BackendSnapshot(
                config,
                HealthState.INITIAL,
                now,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }

    public String name() {
        return config.name();
    }

    public BackendStatus status() {
        return state.status();
    }

    /// The same with the counters of a former incarnation, and draining if that was.
    BackendSnapshot inheriting(BackendSnapshot former) {
        boolean draining = former.status() == BackendStatus.DRAINING;
        return new BackendSnapshot(
                config,
                draining ? HealthState.INITIAL.drained() : HealthState.INITIAL,
                since,
                latency,
                models,
                lastCheck,
                nextCheck,
                former.checks,
                former.failed);
    }

    /// The same under another configuration.
    BackendSnapshot configured(BackendConfig config) {
        return new BackendSnapshot(config, state, since, latency, models, lastCheck, nextCheck, checks, failed);
    }

    /// The same with another plan for the next check.
    BackendSnapshot planned(Optional<Instant> next) {
        return new BackendSnapshot(config, state, since, latency, models, lastCheck, next, checks, failed);
    }
}
