package nexus.app.cli;

import java.util.TreeSet;
import java.util.concurrent.Callable;
import nexus.app.cli.Table.Cell;
import picocli.CommandLine.Command;

@Command(
        name = "probes",
        description = "Lists the types of backends that this Nexus knows, and the modules that they come from.",
        footer = {"", "Example:  nexus probes"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:two probes claim one type"})
final class ProbesCommand implements Callable<Integer> {

    private final Terminal terminal;

    ProbesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var probes = ConfigFile.probes();
        var table = new Table("Type", "Also written", "Module", "Version", "Jar");
        for (var found : probes.list()) {
            table.row(
                    Cell.of(found.probe().type()),
                    Cell.of(String.join(", ", new TreeSet<>(found.probe().aliases()))),
                    told(found.module()),
                    told(found.version()),
                    told(found.jar()));
        }
        terminal.print(table.text(terminal));
        probes.problems().forEach(terminal::complain);
        return ExitCode.OK;
    }

    private static Cell told(String text) {
        return Cell.of(text.isEmpty() ? "-" : text);
    }
}
