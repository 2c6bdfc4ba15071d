package nexus.app.exchange;

/// A trust that cannot be set up: a missing or broken `ca_file`. The message is a sentence for the user.
public final class TlsTrustException extends Exception {

    private static final long serialVersionUID = 1;

    TlsTrustException(String message, Throwable cause) {
        super(message, cause);
    }
}
