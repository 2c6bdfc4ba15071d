package nexus.app.cli;

/// Ends a command with an exit code and the lines that say why, on standard error.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private CommandFailure(int code, String lines) {
        super(withoutUserInfo(lines), null, false, false);
        this.code = code;
    }

    /// With nothing of a word that stands before an `@` and holds a colon: it may be a password. Such words come from
    /// addresses that were typed where none are meant.
    static String withoutUserInfo(String text) {
        return text.replaceAll("[^\\s'\"]*:[^\\s'\"]*@", "***@");
    }

    /// The user asked for something that can't be.
    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, "nexus: " + sentence);
    }

    /// The configuration can't be used.
    ///
    /// @param lines one a problem, which start with a file and a position that editors understand
    static CommandFailure configuration(String lines) {
        return new CommandFailure(ExitCode.USAGE, lines);
    }

    /// No Nexus answers.
    static CommandFailure unreachable(String sentence) {
        return new CommandFailure(ExitCode.UNREACHABLE, "nexus: " + sentence);
    }

    int code() {
        return code;
    }
}
