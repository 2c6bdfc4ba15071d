package nexus.app.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendConfig.Credential;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.CaFile;
import nexus.app.config.OnParseError;
import nexus.app.config.Secret;
import nexus.app.config.Timing;
import nexus.app.config.TlsConfig;
import nexus.app.health.Thresholds;

/// How a backend of the book is configured.
record Setup(String url, String type, Duration timeout, TlsConfig tls, Optional<Credential> key, OnParseError lenient) {

    /// For checks that must not end by the clock, however slow the machine is.
    private static final Duration LONG = Duration.ofSeconds(30);

    static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    static Setup at(String url) {
        return new Setup(url, "openai", LONG, TlsConfig.DEFAULT, Optional.empty(), OnParseError.FAIL);
    }

    Setup as(String type) {
        return new Setup(url, type, timeout, tls, key, lenient);
    }

    Setup briefly() {
        return within(SHORT);
    }

    Setup within(Duration timeout) {
        return new Setup(url, type, timeout, tls, key, lenient);
    }

    Setup trusting(Path caFile) throws IOException, CertificateException {
        return new Setup(url, type, timeout, new TlsConfig(Optional.of(CaFile.read(caFile)), false), key, lenient);
    }

    Setup insecure() {
        return new Setup(url, type, timeout, new TlsConfig(Optional.empty(), true), key, lenient);
    }

    Setup withKey(String variable, String value) {
        return new Setup(url, type, timeout, tls, Optional.of(new Credential(variable, new Secret(value))), lenient);
    }

    Setup lenient(OnParseError lenient) {
        return new Setup(url, type, timeout, tls, key, lenient);
    }

    BackendConfig named(String name) {
        return new BackendConfig(
                name,
                BackendUrl.parse(url),
                type,
                50,
                true,
                Map.of(),
                key,
                List.of(),
                new Timing(INTERVAL, timeout, INTERVAL, INTERVAL, INTERVAL),
                Thresholds.DEFAULT,
                Optional.empty(),
                lenient,
                tls,
                BackendSource.CONFIGURED);
    }
}
