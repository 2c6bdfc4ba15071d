package nexus.app.cli;

/// What the process says to its caller.
final class ExitCode {

    static final int OK = 0;
    /// The answer is "not healthy".
    static final int NOT_HEALTHY = 1;
    /// The command line or the configuration is wrong.
    static final int USAGE = 2;
    /// No Nexus answers.
    static final int UNREACHABLE = 3;
    /// A fault of Nexus itself (`EX_SOFTWARE` of sysexits.h).
    static final int BUG = 70;

    private ExitCode() {}
}
