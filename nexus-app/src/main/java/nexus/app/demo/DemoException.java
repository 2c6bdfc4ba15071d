package nexus.app.demo;

/// The demo can't start or go on; the message is a sentence for the user.
public final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
