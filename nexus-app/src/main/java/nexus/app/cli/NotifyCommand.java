package nexus.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nexus.app.cli.Table.Cell;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "notify",
        description = "Shows who is notified when backends go down and recover, and tests whether messages arrive.")
final class NotifyCommand {

    private static final String PATH = "/v1/notify";

    private static boolean isList(Json json) {
        return json.text("object").equals("list") && json.has("data");
    }

    @Command(
            name = "list",
            description =
                    "Lists every receiver of [[notify]]: what it was sent, what waits, and why it can't be reached.",
            footer = {"", "Example:  nexus notify list"},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:listed", "1:a receiver can't be reached", "2:wrong usage", "3:no Nexus answers"})
    static final class List implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private ServerOption server = new ServerOption();

        @Option(names = "--json", description = "Print the answer of GET /v1/notify instead.")
        private boolean json;

        List(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            var answer = server.client(terminal).ask(PATH, NotifyCommand::isList);
            var receivers = answer.json().at("data").items();
            if (json) {
                terminal.print(Json.harmless(answer.body()));
            } else {
                var table = new Table("Name", "Shape", "URL", "Delivered", "Waiting", "Lost", "Trouble");
                receivers.forEach(receiver -> row(table, receiver));
                terminal.print(table.text(terminal));
            }
            boolean trouble = receivers.stream().anyMatch(receiver -> receiver.has("trouble"));
            return trouble ? ExitCode.NOT_HEALTHY : ExitCode.OK;
        }

        private static void row(Table table, Json receiver) {
            long lost = receiver.number("refused") + receiver.number("expired") + receiver.number("dropped");
            String trouble = receiver.at("trouble").text("cause");
            table.row(
                    Cell.of(receiver.text("name")),
                    Cell.of(receiver.text("shape")),
                    Cell.of(receiver.text("url")),
                    Cell.of(Long.toString(receiver.number("delivered"))),
                    Cell.of(Long.toString(receiver.number("queued"))),
                    Cell.of(Long.toString(lost)),
                    new Cell(trouble, trouble.isEmpty() ? Style.PLAIN : Style.BAD));
        }
    }

    @Command(
            name = "test",
            description = "Has the running Nexus send a test message, marked as one, and shows whether it arrived; "
                    + "if not, why, and what to do.",
            footer = {"", "Example:  nexus notify test ops"},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:it arrived", "1:it did not", "2:unknown name, or no receivers", "3:no Nexus answers"})
    static final class Test implements Callable<Integer> {

        /// Nexus itself gives up earlier.
        private static final int MILLIS = 25_000;

        private final Terminal terminal;

        @Mixin
        private ServerOption server = new ServerOption();

        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "The receiver's name; without it all are tried, one after another.")
        private Optional<String> name = Optional.empty();

        Test(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            var client = server.client(terminal);
            var names = name.map(java.util.List::of)
                    .orElseGet(() -> client.ask(PATH, NotifyCommand::isList).json().at("data").items().stream()
                            .map(receiver -> receiver.text("name"))
                            .toList());
            if (names.isEmpty()) {
                throw CommandFailure.usage("this Nexus has no receivers: add a [[notify]] to its configuration");
            }
            int code = ExitCode.OK;
            for (String one : names) {
                var path = PATH + "/" + ApiRequest.segment(one) + "/test";
                var result = client.order(ApiRequest.post(path).patient(MILLIS), json -> json.has("delivered"));
                code = told(result.json()) ? code : ExitCode.NOT_HEALTHY;
            }
            return code;
        }

        private boolean told(Json result) {
            String receiver = Printable.text(result.text("name"));
            if (result.at("delivered").value().equals(true)) {
                terminal.println(receiver + ": delivered (HTTP status " + result.number("status") + ")");
                return true;
            }
            String later = result.at("retried").value().equals(true) ? "" : " (not retried: such a message is lost)";
            terminal.println(receiver + ": not delivered: " + Printable.text(result.text("cause")) + later);
            terminal.println("  fix: " + Printable.text(result.text("fix")));
            return false;
        }
    }
}
