package nexus.app.config;

/// The state file can't be written. Its message names the file and says what to do.
public final class StateFileException extends Exception {

    private static final long serialVersionUID = 1;

    StateFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
