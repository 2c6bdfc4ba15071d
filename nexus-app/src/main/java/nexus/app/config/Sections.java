package nexus.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nexus.app.config.LoggingConfig.Format;
import nexus.app.config.LoggingConfig.Level;

/// The sections' records from the merged settings, defaults filled in.
final class Sections {

    private Sections() {}

    static DiscoveryConfig discovery(Settings discovery) {
        return new DiscoveryConfig(
                discovery.on("enabled").orElse(DiscoveryConfig.DEFAULT.enabled()),
                discovery.texts("networks").orElse(List.of()));
    }

    static LoggingConfig logging(Settings logging) {
        LoggingConfig defaults = LoggingConfig.DEFAULT;
        return new LoggingConfig(
                logging.text("level").map(Sections::level).orElse(defaults.level()),
                logging.text("format").map(Sections::format).orElse(defaults.format()));
    }

    static HealthCheckConfig healthCheck(Settings checks, Problems problems) {
        HealthCheckConfig defaults = HealthCheckConfig.DEFAULT;
        return new HealthCheckConfig(
                checks.on("enabled").orElse(defaults.enabled()),
                timing(checks, problems),
                checks.whole("failure_threshold").orElse(defaults.failureThreshold()),
                checks.whole("recovery_threshold").orElse(defaults.recoveryThreshold()),
                checks.whole("max_body_bytes").orElse(defaults.maxBodyBytes()),
                onParseError(checks, defaults.onParseError()));
    }

    static OnParseError onParseError(Settings settings, OnParseError otherwise) {
        return settings.text("on_parse_error")
                .map(word -> OnParseError.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(otherwise);
    }

    /// The default startup interval follows a shorter interval; one that the user set must fit.
    private static Timing timing(Settings checks, Problems problems) {
        Duration interval = checks.seconds("interval_seconds").orElse(Timing.DEFAULT.interval());
        Duration startup =
                checks.seconds("startup_interval_seconds").orElseGet(() -> min(Timing.DEFAULT.startup(), interval));
        boolean known = checks.seconds("interval_seconds").isPresent() || !checks.isSet("interval_seconds");
        if (known && startup.compareTo(interval) > 0) {
            problems.add(
                    checks.where("startup_interval_seconds"),
                    "expected at most interval_seconds, which is " + seconds(interval) + ", found " + seconds(startup));
        }
        return new Timing(
                interval,
                checks.seconds("timeout_seconds").orElse(Timing.DEFAULT.timeout()),
                startup,
                checks.seconds("transition_interval_seconds").orElse(interval),
                checks.seconds("down_interval_seconds").orElse(interval));
    }

    static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /// As the file writes it: `30`, `0.5`.
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
    }

    private static Level level(String word) {
        return Level.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Format format(String word) {
        return Format.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
