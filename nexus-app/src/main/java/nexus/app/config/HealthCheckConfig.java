package nexus.app.config;

import java.util.Objects;

/// `[health_check]`: whether checks run at all, and what they share. What a backend may set for itself stands,
/// with these as defaults, in [BackendConfig#timing()] and its neighbours.
///
/// @param enabled      false: no probe is ever sent
/// @param maxBodyBytes the largest body read of any answer, in bytes after transfer framing
public record HealthCheckConfig(
        boolean enabled,
        Timing timing,
        int failureThreshold,
        int recoveryThreshold,
        int maxBodyBytes,
        OnParseError onParseError) {

    public static final HealthCheckConfig DEFAULT =
            new HealthCheckConfig(true, Timing.DEFAULT, 3, 2, 2_097_152, OnParseError.FAIL);

    public HealthCheckConfig {
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(onParseError, "onParseError");
    }
}
