package nexus.app.cli;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
                Models: %d available%s

                %s""".formatted(
                        Printable.text(health.text("status")),
                        Uptime.text(health.number("uptime_seconds")),
                        Printable.text(health.text("version")),
                        counts.number("healthy"),
                        counts.number("unhealthy"),
                        counts.number("total"),
                        health.number("models"),
                        others(fleet),
                        table.text(terminal));
    }

    /// The table has the models of every backend, those available are of healthy ones: so that both agree, the others
    /// are told.
    private static String others(Fleet fleet) {
        var available = new HashSet<String>();
        var known = new HashSet<String>();
        for (var backend : fleet.backends()) {
            boolean healthy = backend.text("status").equals("healthy");
            usable(backend).forEach((healthy ? available : known)::add);
        }
        available.forEach(known::remove);
        return known.isEmpty() ? "" : ", " + known.size() + " more on backends that are not healthy";
    }

    /// How many usable models a backend lists; `-` for one that was never read.
    static String models(Json backend) {
        return backend.has("models") ? Long.toString(usable(backend).count()) : "-";
    }

    private static Stream<String> usable(Json backend) {
        return backend.at("models").items().stream()
                .filter(model -> !model.text("state").equals("failed"))
                .map(model -> model.text("id"));
    }
}
