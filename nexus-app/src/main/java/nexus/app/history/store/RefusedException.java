package nexus.app.history.store;

/// The database may not, or can't, be used as it is. The message ends a sentence that begins with its place.
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
