package nexus.app.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nexus.app.health.Thresholds;

/// One `[[backends]]` entry with the defaults of `[health_check]` filled in.
///
/// @param name       unique, `[A-Za-z0-9._-]{1,64}`
/// @param type       a known probe type, never an alias
/// @param enabled    false: listed, not checked, not counted
/// @param labels     the user's own, in file order
/// @param credential the API key, with the name of the variable it came from
/// @param headers    sent with every question, in file order
/// @param healthPath replaces the path of the deciding question
/// @param source     who named it
public record BackendConfig(
        String name,
        BackendUrl url,
        String type,
        int priority,
        boolean enabled,
        Map<String, String> labels,
        Optional<Credential> credential,
        List<Header> headers,
        Timing timing,
        Thresholds thresholds,
        Optional<String> healthPath,
        OnParseError onParseError,
        TlsConfig tls,
        BackendSource source) {

    public BackendConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(type, "type");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        Objects.requireNonNull(credential, "credential");
        headers = List.copyOf(headers);
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(thresholds, "thresholds");
        Objects.requireNonNull(healthPath, "healthPath");
        Objects.requireNonNull(onParseError, "onParseError");
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(source, "source");
    }

    /// A backend with every default, for programs and tests that make their own fleet.
    public static BackendConfig of(String name, BackendUrl url, String type) {
        return new BackendConfig(
                name,
                url,
                type,
                50,
                true,
                Map.of(),
                Optional.empty(),
                List.of(),
                Timing.DEFAULT,
                Thresholds.DEFAULT,
                Optional.empty(),
                OnParseError.FAIL,
                TlsConfig.DEFAULT,
                BackendSource.CONFIGURED);
    }

    public BackendConfig withTiming(Timing timing) {
        return new BackendConfig(
                name,
                url,
                type,
                priority,
                enabled,
                labels,
                credential,
                headers,
                timing,
                thresholds,
                healthPath,
                onParseError,
                tls,
                source);
    }

    public BackendConfig withSource(BackendSource source) {
        return new BackendConfig(
                name,
                url,
                type,
                priority,
                enabled,
                labels,
                credential,
                headers,
                timing,
                thresholds,
                healthPath,
                onParseError,
                tls,
                source);
    }

    /// What its requests carry and nobody may see. What follows a scheme (`Bearer`) is a secret without it too.
    public List<String> secrets() {
        return secrets(headers);
    }

    /// Those that are sure to be keys. A header whose value stands in the file may say anything (`research`).
    public List<String> credentials() {
        return secrets(headers.stream().filter(Header::isCredential).toList());
    }

    private List<String> secrets(List<Header> from) {
        var secrets = new ArrayList<String>();
        credential.ifPresent(known -> secrets.add(known.key().reveal()));
        for (var header : from) {
            String value = header.value().reveal();
            secrets.add(value);
            secrets.add(value.substring(value.indexOf(' ') + 1));
        }
        return secrets.stream().distinct().toList();
    }

    /// An API key and where it came from.
    ///
    /// @param variable the environment variable, named in causes: never its value
    public record Credential(String variable, Secret key) {}

    /// One configured header.
    ///
    /// @param fromVariable whether the file names a variable that holds the value
    public record Header(String name, Secret value, boolean fromVariable) {

        private boolean isCredential() {
            return fromVariable || name.equalsIgnoreCase("authorization");
        }
    }
}
