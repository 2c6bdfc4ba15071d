package nexus.app.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nexus.app.cli.ApiClient.ApiAnswer;
import nexus.app.config.Nearest;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        description = "Says on one screen why a backend has its status: since when, what was seen and what to do; "
                + "the last checks, the streak and what comes next; the settings and where each comes from.",
        footer = {"", "Example:  nexus why gpu-1 --all"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the backend is healthy", "1:it is not", "2:wrong usage or unknown name", "3:no Nexus answers"
        })
final class WhyCommand implements Callable<Integer> {

    /// What names are made of; anything else is none, and no path either.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The backend's name, as 'nexus backends list' shows it.")
    private String name = "";

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(names = "--all", description = "Also show the settings that are defaults.")
    private boolean all;

    @Option(names = "--json", description = "Print the answer of GET /v1/backends/NAME/explain instead.")
    private boolean json;

    WhyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var answer = answer(server.client(terminal));
        terminal.print(
                json
                        ? Json.harmless(answer.body())
                        : new WhyText(answer.json(), Page.Paper.of(terminal), ZoneId.systemDefault()).of(all));
        return answer.json().text("status").equals("healthy") ? ExitCode.OK : ExitCode.NOT_HEALTHY;
    }

    private ApiAnswer answer(ApiClient client) {
        if (!NAME.matcher(name).matches()) {
            throw unknown(client);
        }
        try {
            return client.ask("/v1/backends/" + name + "/explain", WhyCommand::isExplanation);
        } catch (CommandFailure e) {
            throw isKnown(client) ? e : unknown(client);
        }
    }

    private static boolean isExplanation(Json json) {
        return json.has("name") && json.has("status") && json.has("summary");
    }

    /// The list tells a wrong name from a server that is no Nexus, or none at all.
    private boolean isKnown(ApiClient client) {
        return names(client).contains(name);
    }

    private CommandFailure unknown(ApiClient client) {
        String meant = Nearest.to(name, names(client))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("; 'nexus backends list' shows them all");
        return CommandFailure.usage("no backend has the name '" + Printable.text(name) + "'" + meant);
    }

    private static List<String> names(ApiClient client) {
        return client.ask("/v1/backends?fields=name,status", Fleet::isList).json().at("data").items().stream()
                .map(backend -> backend.text("name"))
                .toList();
    }
}
