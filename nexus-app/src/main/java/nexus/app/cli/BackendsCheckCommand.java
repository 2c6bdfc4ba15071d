package nexus.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = "Has the running Nexus check a backend now, in addition to its planned checks, and shows the "
                + "verdict, where the time went, the models; for a failure its cause and what to do.",
        footer = {"", "Example:  nexus backends check gpu-1"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the check succeeded", "1:it failed", "2:unknown name, or not checked", "3:no Nexus answers"})
final class BackendsCheckCommand implements Callable<Integer> {

    /// Nexus itself gives up earlier.
    private static final int MILLIS = 25_000;

    private final Terminal terminal;

    @Mixin
    private NamedBackend backend = new NamedBackend();

    BackendsCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var entry = backend.order(terminal, "check", MILLIS).json();
        terminal.print(EntryText.of(entry, Page.Paper.of(terminal)));
        terminal.print(NamedBackend.notes(entry));
        return EntryText.succeeded(entry) ? ExitCode.OK : ExitCode.NOT_HEALTHY;
    }
}
