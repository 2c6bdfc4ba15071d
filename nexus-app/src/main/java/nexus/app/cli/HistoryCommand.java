package nexus.app.cli;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import nexus.app.cli.ApiClient.ApiAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description =
                "Shows the history of backends. Without a name: the uptime and the last incident of each. With one: "
                        + "uptime, checks, latency, and every incident with its cause and what to do.",
        footer = {
            "",
            "Uptime is the share of the time that is known: when Nexus did not run is",
            "nobody's downtime. A percentage in brackets says how much of the time Nexus",
            "watched, if not all of it.",
            "",
            "Example:  nexus history gpu-1 --range 7d"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:told",
            "2:wrong usage, unknown name, or no history is kept",
            "3:no Nexus answers, or its history can't be read now"
        })
final class HistoryCommand implements Callable<Integer> {

    private static final int PAGE = 200;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The backend's name; also of one that is no longer in the fleet.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            description = "With a name: how far back, 24h, 7d or 30d. Without it: 24h.")
    private Optional<String> range = Optional.empty();

    @Option(
            names = "--json",
            description = "Print the answer of GET /v1/backends/NAME/history instead; without a name those of GET "
                    + "/v1/history, each page on a line.")
    private boolean json;

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name.isPresent()) {
            one(name.get(), HistoryRange.of(range.orElse(HistoryRange.DAY.text())));
        } else if (range.isPresent()) {
            throw CommandFailure.usage("--range needs the name of a backend (see 'nexus history --help')");
        } else {
            fleet();
        }
        return ExitCode.OK;
    }

    private void one(String backend, HistoryRange asked) {
        var answer = ask(
                ApiRequest.backend(backend) + "/history?range=" + asked.text(),
                found -> found.has("uptime") && found.has("incidents"));
        terminal.print(
                json
                        ? Json.harmless(answer.body())
                        : new HistoryText(answer.json(), asked, Page.Paper.of(terminal), ZoneId.systemDefault())
                                .text());
    }

    private void fleet() {
        var table = new HistoryTable(ZoneId.systemDefault());
        String after = "";
        boolean more = true;
        while (more) {
            var page = ask("/v1/history?limit=" + PAGE + after, Fleet::isList);
            if (json) {
                terminal.print(Json.harmless(page.body()));
            }
            table.add(page.json());
            more = page.json().at("has_more").value().equals(true);
            after = "&after=" + table.last();
        }
        if (!json) {
            terminal.print(table.text(terminal));
        }
    }

    private ApiAnswer ask(String path, Predicate<Json> ours) {
        return server.client(terminal)
                .order(new ApiRequest("GET", path, Optional.empty(), ApiClient.TIMEOUT_MILLIS), ours);
    }
}
