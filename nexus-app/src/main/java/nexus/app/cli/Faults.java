package nexus.app.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import nexus.app.log.Printable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what a command threw into an exit code and one line on standard error. Users never see a stack trace.
record Faults(Terminal terminal) {

    private static final int FRAMES = 4;

    /// The command line was wrong.
    int usage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(sentence(e) + " (see '" + command + " --help')");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException e) {
        String text = Printable.text(CommandFailure.withoutUserInfo(
                String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage")));
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return text + "; did you mean "
                    + Printable.text(unmatched.getSuggestions().getFirst()) + "?";
        }
        return text;
    }

    int code(Throwable e) {
        if (e instanceof CommandFailure failure) {
            terminal.err().print(failure.getMessage() + "\n");
            return failure.code();
        }
        if (e instanceof ParameterException parameter) {
            return usage(parameter);
        }
        terminal.complain("this is a bug, please report it: " + described(e));
        return ExitCode.BUG;
    }

    /// Class and places: enough to find a fault by. Its message may quote anything, a key too.
    private static String described(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Printable.text(cause.getClass().getName()
                + Arrays.stream(cause.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " < " + frame)
                        .collect(Collectors.joining()));
    }
}
