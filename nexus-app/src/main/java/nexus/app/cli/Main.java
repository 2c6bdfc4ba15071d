package nexus.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The program's entry.
public final class Main {

    /// Answered at once: to read a command line takes longer than all the rest of such a start.
    private static final Set<String> ASKS_VERSION = Set.of("-V", "--version");

    private Main() {}

    /// Runs a command line and ends the process with its exit code.
    public static void main(String[] args) {
        int code = run(
                args,
                new Terminal(
                        stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv(), Main::isTerminal));
        System.exit(code);
    }

    /// Runs a command line as if `out` were a file. Never throws; `serve` and `demo` return when the thread is
    /// interrupted.
    ///
    /// @return the exit code: 0 fine, 1 not healthy, 2 usage or configuration, 3 server unreachable, 70 bug
    public static int run(String[] args, PrintStream out, PrintStream err, Map<String, String> env) {
        return run(args, new Terminal(out, err, env, () -> false));
    }

    private static int run(String[] args, Terminal terminal) {
        var faults = new Faults(terminal);
        try {
            return execute(args, terminal, faults);
        } catch (Exception | Error e) {
            return faults.code(e);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static int execute(String[] args, Terminal terminal, Faults faults) {
        if (args.length == 1 && ASKS_VERSION.contains(args[0])) {
            terminal.println(Commands.VERSION);
            return ExitCode.OK;
        }
        var line = Commands.line(terminal, args);
        var out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
        line.setOut(out).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        // An argument that starts with @ is what it is, not the name of a file with more arguments.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, _) -> faults.usage(e));
        line.setExecutionExceptionHandler((e, _, _) -> faults.code(e));
        if (args.length == 0) {
            terminal.err().print(line.getUsageMessage(Ansi.OFF));
            return ExitCode.USAGE;
        }
        int code = line.execute(args);
        out.flush();
        return code;
    }

    /// UTF-8 always: under a POSIX locale the JDK's own stream would print `?` for `✓`. A reader that went away is
    /// no error: nothing more is written.
    private static PrintStream stream(FileDescriptor file) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(file), 8192), false, StandardCharsets.UTF_8);
    }

    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
