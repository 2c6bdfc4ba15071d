package nexus.app.api;

/// A query parameter that can't be understood: answered with 400. The message names what is allowed.
final class BadParameter extends Exception {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    BadParameter(String parameter, String message) {
        super(message, null, false, false);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
