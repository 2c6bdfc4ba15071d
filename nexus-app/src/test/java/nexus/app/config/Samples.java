package nexus.app.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.health.Thresholds;

/// Configurations as tests need them.
public final class Samples {

    private Samples() {}

    /// What the loader makes of a text.
    ///
    /// @param origin what problems call the text
    public static NexusConfig parsed(
            String origin, String text, Overrides flags, Map<String, String> env, Map<String, String> typeNames) {
        return ConfigLoader.load(Inputs.of(origin, env, typeNames), text, flags);
    }

    /// The same backend, judged by one check.
    public static BackendConfig judgedAtOnce(BackendConfig plain) {
        return but(plain, plain.enabled(), plain.credential(), plain.headers(), new Thresholds(1, 1), plain.tls());
    }

    /// The same backend, whose requests carry these.
    public static BackendConfig carrying(
            BackendConfig plain, BackendConfig.Credential key, List<BackendConfig.Header> headers) {
        return but(plain, plain.enabled(), Optional.of(key), headers, plain.thresholds(), plain.tls());
    }

    /// The same backend, trusted by these settings.
    public static BackendConfig trusted(BackendConfig plain, TlsConfig tls) {
        return but(plain, plain.enabled(), plain.credential(), plain.headers(), plain.thresholds(), tls);
    }

    /// The same backend, which is not checked.
    public static BackendConfig disabled(BackendConfig plain) {
        return but(plain, false, plain.credential(), plain.headers(), plain.thresholds(), plain.tls());
    }

    private static BackendConfig but(
            BackendConfig plain,
            boolean enabled,
            Optional<BackendConfig.Credential> credential,
            List<BackendConfig.Header> headers,
            Thresholds thresholds,
            TlsConfig tls) {
        return new BackendConfig(
                plain.name(),
                plain.url(),
                plain.type(),
                plain.priority(),
                enabled,
                plain.labels(),
                credential,
                headers,
                plain.timing(),
                thresholds,
                plain.healthPath(),
                plain.onParseError(),
                tls,
                plain.source());
    }

    /// A receiver with every default.
    public static ReceiverConfig receiver(String name, String url, ReceiverShape shape) {
        return receiver(name, url, shape, Receivers.TIMEOUT, Optional.empty());
    }

    /// A receiver with every default but these.
    public static ReceiverConfig receiver(
            String name,
            String url,
            ReceiverShape shape,
            Duration timeout,
            Optional<BackendConfig.Credential> credential) {
        return new ReceiverConfig(
                name,
                ReceiverUrl.parse(url),
                shape,
                credential,
                ReceiverConfig.Scope.ALL,
                Receivers.TOPICS,
                Receivers.GROUP,
                Receivers.REMIND,
                QuietHours.NEVER,
                timeout,
                Optional.empty());
    }
}
