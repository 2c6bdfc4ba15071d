package nexus.app.cli;

import java.util.concurrent.Callable;
import nexus.app.cli.Table.Cell;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "health",
        description = "Shows how the fleet is doing, as the running Nexus sees it.",
        footer = {"", "Example:  nexus health --url http://nexus.example.com:8000"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:healthy", "1:degraded or unhealthy", "2:wrong usage", "3:no Nexus answers"})
final class HealthCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(names = "--json", description = "Print the answer of GET /health instead.")
    private boolean json;

    HealthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var client = server.client(terminal);
        if (json) {
            var answer = client.ask("/health", Fleet::isHealth);
            terminal.print(Json.harmless(answer.body()));
            return code(answer.json());
        }
        var fleet = Fleet.ask(client);
        terminal.print(text(fleet));
        return code(fleet.health());
    }

    private static int code(Json health) {
        return health.text("status").equals("healthy") ? ExitCode.OK : ExitCode.NOT_HEALTHY;
    }

    private String text(Fleet fleet) {
        var health = fleet.health();
        var counts = health.at("backends");
        var table = new Table("Backend", "Status", "Models");
        for (var backend : fleet.backends()) {
            table.row(Cell.of(backend.text("name")), StatusMark.of(backend).sign(), Cell.of(models(backend)));
        }
        return """
                System Health: %s
                Uptime: %s
                Version: %s

                Backends: %d healthy / %d unhealthy / %d total
                Models: %d available

                %s""".formatted(
                        Printable.text(health.text("status")),
                        Uptime.text(health.number("uptime_seconds")),
                        Printable.text(health.text("version")),
                        counts.number("healthy"),
                        counts.number("unhealthy"),
                        counts.number("total"),
                        health.number("models"),
                        table.text(terminal));
    }

    /// How many usable models a backend lists; `-` for one that was never read.
    static String models(Json backend) {
        if (!backend.has("models")) {
            return "-";
        }
        long usable = backend.at("models").items().stream()
                .filter(model -> !model.text("state").equals("failed"))
                .count();
        return Long.toString(usable);
    }
}
