package nexus.app.check;

/// Checks can't start; the message is a sentence for the user.
public final class CheckerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckerException(String message, Throwable cause) {
        super(message, cause);
    }
}
