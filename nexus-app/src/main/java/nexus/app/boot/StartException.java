package nexus.app.boot;

/// Nexus can't start; the message is a sentence for the user.
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean portTaken;

    StartException(String message, boolean portTaken, Throwable cause) {
        super(message, cause);
        this.portTaken = portTaken;
    }

    /// Whether another program listens where Nexus should.
    public boolean isPortTaken() {
        return portTaken;
    }
}
