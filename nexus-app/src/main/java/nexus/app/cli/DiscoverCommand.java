package nexus.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "discover",
        description = "Looks for LLM servers on this machine, and where you tell it to, and prints what it finds as "
                + "entries of a nexus.toml. It sends a few small GETs and loads no model.",
        footer = {"", "Example:  nexus discover --network 192.168.1.0/24"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:something was found", "1:nothing was", "2:wrong usage"})
final class DiscoverCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DiscoverOptions where = new DiscoverOptions();

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    DiscoverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var survey = where.survey(file, terminal);
        terminal.print(json ? DiscoverJson.of(survey) : DiscoverText.of(survey, where.asked(), terminal));
        return survey.servers().isEmpty() ? ExitCode.NOT_HEALTHY : ExitCode.OK;
    }
}
