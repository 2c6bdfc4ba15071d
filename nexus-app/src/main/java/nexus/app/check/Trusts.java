package nexus.app.check;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nexus.app.config.TlsConfig;
import nexus.app.exchange.TlsTrust;
import nexus.app.exchange.TlsTrustException;

/// The trust of a fleet, one for all backends with the same settings: each takes memory, and time to make.
/// Thread-safe.
final class Trusts {

    private final Map<TlsConfig, TlsTrust> made = new ConcurrentHashMap<>();

    /// @throws CheckerException if the authorities can't be used
    TlsTrust of(TlsConfig config) {
        return made.computeIfAbsent(config, Trusts::make);
    }

    /// Forgets all others: a renewed `ca_file` leaves one behind.
    void keepOnly(Set<TlsConfig> needed) {
        made.keySet().retainAll(needed);
    }

    private static TlsTrust make(TlsConfig config) {
        try {
            if (config.insecure()) {
                return TlsTrust.insecure();
            }
            return config.caFile().isPresent()
                    ? TlsTrust.of(config.caFile().get().certificates())
                    : TlsTrust.ofJdk();
        } catch (TlsTrustException e) {
            throw new CheckerException(e.getMessage(), e);
        }
    }
}
