package nexus.app.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nexus.app.cli.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "models",
        description = "Lists the models that healthy backends offer, with the backends and the context length.",
        footer = {"", "Example:  nexus models --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage", "3:no Nexus answers"})
final class ModelsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(names = "--json", description = "Print the answer of GET /v1/models instead.")
    private boolean json;

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var client = server.client(terminal);
        var answer = client.ask("/v1/models", ModelsCommand::isList);
        if (answer.json().at("data").items().isEmpty()) {
            // An empty list looks the same from any server: only this tells whose it is.
            client.ask("/health", Fleet::isHealth);
        }
        if (json) {
            terminal.print(Json.harmless(answer.body()));
            return ExitCode.OK;
        }
        var table = new Table("Model", "Backends", "Context");
        answer.json().at("data").items().forEach(model -> row(table, model));
        terminal.print(table.text(terminal));
        return ExitCode.OK;
    }

    /// Every server of this kind has `/v1/models`; only Nexus says which backends offer a model.
    private static boolean isList(Json json) {
        return json.text("object").equals("list")
                && json.has("data")
                && json.at("data").items().stream().allMatch(entry -> entry.has("id") && entry.has("nexus"));
    }

    private static void row(Table table, Json model) {
        var known = model.at("nexus");
        table.row(
                Cell.of(model.text("id")),
                Cell.of(backends(known)),
                Cell.of(known.at("context_length")
                        .number()
                        .map(Number::toString)
                        .orElse("-")));
    }

    private static String backends(Json known) {
        return known.at("backends").items().stream()
                .flatMap(backend -> backend.text().stream())
                .collect(Collectors.joining(", "));
    }
}
