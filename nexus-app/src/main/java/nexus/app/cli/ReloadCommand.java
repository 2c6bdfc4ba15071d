package nexus.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reload",
        description =
                "Has the running Nexus read its configuration file again and apply it, as a whole or not at all: an "
                        + "invalid file changes nothing. 'nexus plan' shows beforehand what would change.",
        footer = {"", "Example:  nexus reload"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is in force", "2:the file is invalid, nothing changed", "3:no Nexus answers"})
final class ReloadCommand implements Callable<Integer> {

    private static final int MILLIS = 30_000;

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    ReloadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var request = ApiRequest.post("/v1/config/reload").patient(MILLIS);
        var answer = server.client(terminal).order(request, PlanText::isPlan);
        terminal.print(PlanText.of(answer.json(), ""));
        return ExitCode.OK;
    }
}
