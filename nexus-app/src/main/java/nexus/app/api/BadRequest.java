package nexus.app.api;

import io.helidon.http.Status;

/// A request whose body is not what its path takes. The message names what is allowed.
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final String code;

    BadRequest(Status status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static BadRequest json(String message) {
        return new BadRequest(Status.BAD_REQUEST_400, "invalid_json", message);
    }

    Status status() {
        return status;
    }

    /// A word for programs.
    String code() {
        return code;
    }
}
