package nexus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nexus.app.cli.ApiRequest.Content;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Shows what 'nexus reload' would change on the running Nexus, and changes nothing. With -c FILE: "
                + "what would change if FILE were its configuration; FILE's [server] also names the address, unless "
                + "--url or NEXUS_URL does.",
        footer = {"", "Example:  nexus plan -c other.toml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown, with or without changes", "2:the file is invalid", "3:no Nexus answers"})
final class PlanCommand implements Callable<Integer> {

    private static final int MILLIS = 30_000;

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(names = "--json", description = "Print the answer of POST /v1/config/plan instead.")
    private boolean json;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] text = server.file().map(PlanCommand::text).orElse(new byte[0]);
        var request = ApiRequest.post("/v1/config/plan", new Content("application/toml", text));
        var answer = server.client(terminal).order(request.patient(MILLIS), PlanText::isPlan);
        String closing = server.file().isEmpty() ? " 'nexus reload' applies it." : "";
        terminal.print(json ? Json.harmless(answer.body()) : PlanText.of(answer.json(), closing));
        return ExitCode.OK;
    }

    private static byte[] text(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.usage(Printable.text(file.toString()) + ": can't be read");
        }
    }
}
