package nexus.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import nexus.app.config.Origins;

/// What the API says of the program itself.
///
/// @param version            of Nexus, as `--version` prints it
/// @param healthCheckEnabled false: no probe is ever sent
/// @param startedAt          where the uptime counts from
/// @param clock              where it counts to
/// @param origins            where each setting comes from, as it is now
public record ApiInfo(
        String version, boolean healthCheckEnabled, Instant startedAt, InstantSource clock, Supplier<Origins> origins) {

    public ApiInfo {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(origins, "origins");
    }

    /// Whole seconds since the start; never negative, also when the clock was set back.
    long uptimeSeconds() {
        return Math.max(0, Duration.between(startedAt, clock.instant()).toSeconds());
    }
}
