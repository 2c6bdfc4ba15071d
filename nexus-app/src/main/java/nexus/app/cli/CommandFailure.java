package nexus.app.cli;

/// Ends a command with an exit code and the lines that say why, on standard error.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private CommandFailure(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /// The user asked for something that can't be.
    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /// No Nexus answers.
    static CommandFailure unreachable(String message) {
        return new CommandFailure(ExitCode.UNREACHABLE, message);
    }

    int code() {
        return code;
    }
}
