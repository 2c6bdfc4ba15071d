package nexus.app.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nexus.app.config.BackendConfig;
import nexus.app.config.Origin;
import nexus.app.config.Origins;
import nexus.app.explain.Explanation.Setting;

/// The settings that apply to a backend, each with where it comes from.
final class EffectiveSettings {

    /// For values that a program chose, such as the demo.
    private static final String PROGRAM = "program";

    private static final String INTERVAL = "interval_seconds";

    private final BackendConfig config;
    private final Origins origins;
    private final List<Setting> settings = new ArrayList<>();

    private EffectiveSettings(BackendConfig config, Origins origins) {
        this.config = config;
        this.origins = origins;
    }

    static List<Setting> of(BackendConfig config, Origins origins) {
        return new EffectiveSettings(config, origins).all();
    }

    private List<Setting> all() {
        var plain = BackendConfig.of(config.name(), config.url(), config.type());
        add("url", quoted(config.url().toString()), "");
        add("type", quoted(config.type()), "");
        add("priority", Integer.toString(config.priority()), Integer.toString(plain.priority()));
        add("enabled", Boolean.toString(config.enabled()), "true");
        add("labels", labels(), "{}");
        add(
                "api_key_env",
                config.credential().map(key -> quoted(key.variable())).orElse("unset"),
                "unset");
        add("headers", headers(), "[]");
        add("health_path", config.healthPath().map(EffectiveSettings::quoted).orElse("unset"), "unset");
        timing(plain);
        var thresholds = config.thresholds();
        add(
                "failure_threshold",
                Integer.toString(thresholds.failure()),
                plain.thresholds().failure() + "");
        add(
                "recovery_threshold",
                Integer.toString(thresholds.recovery()),
                plain.thresholds().recovery() + "");
        add("on_parse_error", quoted(config.onParseError().name().toLowerCase(Locale.ROOT)), "\"fail\"");
        add(
                "tls.ca_file",
                config.tls()
                        .caFile()
                        .map(file -> quoted(file.path().toString()))
                        .orElse("unset"),
                "unset");
        add("tls.insecure", Boolean.toString(config.tls().insecure()), "false");
        return settings;
    }

    /// The intervals of special states follow the plain one where nobody set them.
    private void timing(BackendConfig plain) {
        var timing = config.timing();
        String interval = seconds(timing.interval());
        add(INTERVAL, interval, seconds(plain.timing().interval()));
        add("timeout_seconds", seconds(timing.timeout()), seconds(plain.timing().timeout()));
        Duration startup = plain.timing().startup();
        boolean shorter = timing.interval().compareTo(startup) < 0;
        follow("startup_interval_seconds", timing.startup(), shorter ? interval : seconds(startup));
        follow("transition_interval_seconds", timing.transition(), interval);
        follow("down_interval_seconds", timing.down(), interval);
    }

    /// An interval of its own, or the plain one where nobody set it.
    private void follow(String key, Duration value, String otherwise) {
        boolean same = value.equals(config.timing().interval());
        if (same && origins.of(config.name(), key).equals(origins.of(config.name(), INTERVAL))) {
            settings.add(new Setting(key, seconds(value), "as " + INTERVAL, true));
        } else {
            add(key, seconds(value), otherwise);
        }
    }

    private void add(String key, String value, String otherwise) {
        Origin origin = origins.of(config.name(), key);
        boolean unset = origin.kind() == Origin.Kind.DEFAULT;
        String text = unset && !value.equals(otherwise) ? PROGRAM : section(key, origin) + origin.text();
        settings.add(new Setting(key, value, text, unset && value.equals(otherwise)));
    }

    /// A line of the section that all backends share is said to be one.
    private String section(String key, Origin origin) {
        boolean shared = origin.kind() == Origin.Kind.FILE && origin.equals(origins.of("health_check." + key));
        return shared ? "[health_check] " : "";
    }

    private String labels() {
        return config.labels().isEmpty()
                ? "{}"
                : config.labels().entrySet().stream()
                        .map(label -> label.getKey() + " = " + quoted(label.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /// Their names alone.
    private String headers() {
        return config.headers().stream().map(BackendConfig.Header::name).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String seconds(Duration span) {
        return new BigDecimal(span.toNanos())
                .movePointLeft(9)
                .stripTrailingZeros()
                .toPlainString();
    }
}
