package nexus.app.config;

import java.util.Objects;
import java.util.Optional;

/// `tls = { ... }` of a backend.
///
/// @param caFile   the authorities to trust instead of the JDK's
/// @param insecure true: neither authority nor host name is checked
public record TlsConfig(Optional<CaFile> caFile, boolean insecure) {

    public static final TlsConfig DEFAULT = new TlsConfig(Optional.empty(), false);

    public TlsConfig {
        Objects.requireNonNull(caFile, "caFile");
    }
}
