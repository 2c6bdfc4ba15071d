package nexus.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Prints a script that completes nexus's commands and options.",
        footer = {"", "Example:  source <(nexus completion bash)"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:another shell"})
final class CompletionCommand implements Callable<Integer> {

    /// The shells that one script serves: it turns zsh's own emulation of bash on.
    enum Shell {
        bash,
        zsh
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("nexus", Commands.complete(terminal));
        terminal.print(script);
        return ExitCode.OK;
    }
}
