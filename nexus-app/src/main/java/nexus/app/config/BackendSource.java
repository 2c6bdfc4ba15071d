package nexus.app.config;

import java.util.Locale;

/// Who named a backend.
public enum BackendSource {
    /// The user, in the configuration file.
    CONFIGURED,
    /// The user, while Nexus ran; it stands in the [StateFile].
    ADDED,
    /// Nothing but the network: found, and gone again when it is gone there.
    DISCOVERED;

    /// The word that users see: `configured`, `added`, `discovered`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
