package nexus.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.health.Thresholds;

/// The `[[backends]]` of the merged settings, with the defaults of `[health_check]` filled in. Confined to one
/// load.
final class Backends {

    private final Settings checks;
    private final HealthCheckConfig defaults;
    private final OwnAddress own;
    private final Credentials credentials;
    private final CaFiles caFiles;
    private final Problems problems;
    private final Map<String, Where> names = new HashMap<>();

    Backends(Settings root, HealthCheckConfig defaults, ServerConfig server, Inputs inputs, Problems problems) {
        this.checks = root.at("health_check");
        this.defaults = defaults;
        this.own = new OwnAddress(server);
        this.credentials = new Credentials(inputs.env(), problems);
        this.caFiles = new CaFiles(inputs.folder(), problems);
        this.problems = problems;
    }

    List<BackendConfig> read(List<Settings> entries) {
        return entries.stream().flatMap(entry -> read(entry).stream()).toList();
    }

    /// Empty where a required key is missing or refused; everything else is looked at nevertheless.
    private Optional<BackendConfig> read(Settings entry) {
        Optional<String> name = entry.text("name");
        name.ifPresent(text -> unique(text, entry.where("name")));
        boolean enabled = entry.on("enabled").orElse(true);
        Optional<BackendUrl> url = entry.text("url").map(BackendUrl::parse);
        url.filter(own::is)
                .filter(_ -> enabled)
                .ifPresent(clash -> problems.add(entry.where("url"), own.message(clash)));
        Optional<BackendConfig.Credential> credential = credentials.apiKey(entry);
        List<BackendConfig.Header> headers = credentials.headers(entry);
        TlsConfig tls = tls(entry.at("tls"));
        Optional<String> type = entry.text("type");
        if (name.isEmpty() || url.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BackendConfig(
                name.get(),
                url.get(),
                type.get(),
                entry.whole("priority").orElse(50),
                enabled,
                entry.table("labels"),
                credential,
                headers,
                timing(entry),
                thresholds(entry),
                entry.text("health_path"),
                Sections.onParseError(entry, defaults.onParseError()),
                tls,
                BackendSource.CONFIGURED));
    }

    private void unique(String name, Where where) {
        Where first = names.putIfAbsent(name, where);
        if (first != null) {
            problems.add(where, "\"" + name + "\" is taken: the backend at line " + first.line() + " has this name");
        }
    }

    private Timing timing(Settings entry) {
        Timing common = defaults.timing();
        Duration interval = entry.seconds("interval_seconds").orElse(common.interval());
        return new Timing(
                interval,
                entry.seconds("timeout_seconds").orElse(common.timeout()),
                Sections.min(common.startup(), interval),
                checks.seconds("transition_interval_seconds").orElse(interval),
                checks.seconds("down_interval_seconds").orElse(interval));
    }

    private Thresholds thresholds(Settings entry) {
        return new Thresholds(
                entry.whole("failure_threshold").orElse(defaults.failureThreshold()),
                entry.whole("recovery_threshold").orElse(defaults.recoveryThreshold()));
    }

    private TlsConfig tls(Settings tls) {
        Optional<Path> caFile = tls.text("ca_file").flatMap(name -> caFiles.checked(name, tls.where("ca_file")));
        return new TlsConfig(caFile, tls.on("insecure").orElse(false));
    }
}
