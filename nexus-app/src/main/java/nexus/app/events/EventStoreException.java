package nexus.app.events;

/// The store could not do what it was asked for. The message is one line, without secrets.
public final class EventStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
