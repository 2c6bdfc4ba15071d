package nexus.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import nexus.app.cli.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "backends", description = "Shows the backends that Nexus watches, and changes them while it runs.")
final class BackendsCommand {

    @Command(
            name = "list",
            description = "Lists every backend: type, address, status, latency (moving average over successful checks, "
                    + "in ms), models and why its last check failed.",
            footer = {"", "Example:  nexus backends list --json"},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:listed", "2:wrong usage", "3:no Nexus answers"})
    static final class List implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private ServerOption server = new ServerOption();

        @Option(names = "--json", description = "Print the answer of GET /v1/backends instead.")
        private boolean json;

        List(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            var answer = server.client(terminal).ask("/v1/backends", Fleet::isList);
            if (json) {
                terminal.print(Json.harmless(answer.body()));
                return ExitCode.OK;
            }
            var table = new Table("Name", "Type", "URL", "Status", "Latency", "Models", "Last error");
            answer.json().at("data").items().forEach(backend -> row(table, backend));
            terminal.print(table.text(terminal));
            return ExitCode.OK;
        }

        private static void row(Table table, Json backend) {
            table.row(
                    Cell.of(backend.text("name")),
                    Cell.of(backend.text("type")),
                    Cell.of(backend.text("url")),
                    StatusMark.worded(backend),
                    Cell.of(latency(backend)),
                    Cell.of(HealthCommand.models(backend)),
                    Cell.of(backend.at("last_check").at("error").text("text")));
        }

        private static String latency(Json backend) {
            return backend.at("latency_ms")
                    .number()
                    .map(millis -> String.format(Locale.ROOT, "%.1f ms", millis.doubleValue()))
                    .orElse("-");
        }
    }
}
