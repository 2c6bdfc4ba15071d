package nexus.app.config;

import java.time.Duration;
import java.util.Optional;

/// What a backend takes from `[health_check]` where it sets nothing itself.
///
/// @param transition only where somebody set it: unset, it follows the backend's own interval
/// @param down       as `transition`
record Defaults(HealthCheckConfig checks, Optional<Duration> transition, Optional<Duration> down) {

    static Defaults of(Settings section, HealthCheckConfig checks) {
        return new Defaults(
                checks, section.seconds("transition_interval_seconds"), section.seconds("down_interval_seconds"));
    }

    /// The same of a configuration that was made before.
    static Defaults of(NexusConfig config) {
        Timing timing = config.healthCheck().timing();
        return new Defaults(
                config.healthCheck(),
                set(config, "health_check.transition_interval_seconds", timing.transition()),
                set(config, "health_check.down_interval_seconds", timing.down()));
    }

    /// A configuration that no file was read for has no origins, but may differ from its interval.
    private static Optional<Duration> set(NexusConfig config, String key, Duration value) {
        boolean unset = config.origins().of(key).equals(Origin.DEFAULT)
                && value.equals(config.healthCheck().timing().interval());
        return unset ? Optional.empty() : Optional.of(value);
    }

    Timing timing(Settings entry) {
        Timing common = checks.timing();
        Duration interval = entry.seconds("interval_seconds").orElse(common.interval());
        return new Timing(
                interval,
                entry.seconds("timeout_seconds").orElse(common.timeout()),
                Sections.min(common.startup(), interval),
                transition.orElse(interval),
                down.orElse(interval));
    }
}
