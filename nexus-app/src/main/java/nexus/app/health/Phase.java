package nexus.app.health;

import java.util.Locale;

/// Where an exchange stands; also where it ended, if it failed.
public enum Phase {
    /// The host name is looked up.
    RESOLVE,
    /// TCP connect.
    CONNECT,
    /// TLS handshake.
    TLS,
    /// From the request's first byte to the answer's first byte.
    WAIT,
    /// From the answer's first byte to its last.
    READ;

    private final String text = name().toLowerCase(Locale.ROOT);

    public String text() {
        return text;
    }
}
