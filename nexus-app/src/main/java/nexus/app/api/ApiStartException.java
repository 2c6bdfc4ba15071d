package nexus.app.api;

/// The server could not start listening. The message is one line for the user: address, reason, what to do.
public final class ApiStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiStartException(String message) {
        super(message);
    }

    ApiStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
