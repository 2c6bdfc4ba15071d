package nexus.app.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.health.Thresholds;

/// Makes backends of their entries, with the defaults of `[health_check]` filled in. Confined to one load.
final class Backends {

    private final Defaults defaults;
    private final OwnAddress own;
    private final Credentials credentials;
    private final CaFiles caFiles;
    private final Problems problems;
    private final Map<String, Integer> names = new HashMap<>();

    Backends(Defaults defaults, ServerConfig server, Inputs inputs, Problems problems) {
        this.defaults = defaults;
        this.own = new OwnAddress(server);
        this.credentials = new Credentials(inputs.env(), problems);
        this.caFiles = new CaFiles(inputs.folder(), problems);
        this.problems = problems;
    }

    /// Empty where a required key is missing or refused; everything else is looked at nevertheless.
    Optional<BackendConfig> read(Found found, Where start) {
        var entry = new Settings(found, "", start);
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
                defaults.timing(entry),
                thresholds(entry),
                entry.text("health_path"),
                Sections.onParseError(entry, defaults.checks().onParseError()),
                tls,
                BackendSource.CONFIGURED));
    }

    private void unique(String name, Where where) {
        Integer first = names.putIfAbsent(name, where.line());
        if (first != null) {
            String other = first == 0 ? "another backend" : "the backend at line " + first;
            problems.add(where, "\"" + name + "\" is taken: " + other + " has this name");
        }
    }

    private Thresholds thresholds(Settings entry) {
        return new Thresholds(
                entry.whole("failure_threshold").orElse(defaults.checks().failureThreshold()),
                entry.whole("recovery_threshold").orElse(defaults.checks().recoveryThreshold()));
    }

    private TlsConfig tls(Settings tls) {
        Optional<CaFile> caFile = tls.text("ca_file").flatMap(name -> caFiles.checked(name, tls.where("ca_file")));
        return new TlsConfig(caFile, tls.on("insecure").orElse(false));
    }
}
