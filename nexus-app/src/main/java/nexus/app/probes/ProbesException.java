package nexus.app.probes;

/// The probes found can't be used together. Its message is one line for the user.
public final class ProbesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProbesException(String message) {
        super(message);
    }
}
