package nexus.app.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        description = "Shows what happens as it happens, one line per event, until Ctrl+C. Reconnects by itself, and "
                + "misses nothing in between.",
        footer = {"", "Example:  nexus watch --backend gpu-1 --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended by Ctrl+C, or nobody reads the output any more", "2:wrong usage", "3:no Nexus answers"
        })
final class WatchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            split = ",",
            description = "Only what concerns this backend; may be repeated.")
    private List<String> backends = List.of();

    @Option(names = "--json", description = "Print each event as a JSON object on a line of its own.")
    private boolean json;

    @Option(
            names = "--since",
            paramLabel = "ID",
            description = "Begin with what happened after this event; 0: with the oldest that is known.")
    private Optional<Long> since = Optional.empty();

    WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (since.isPresent() && since.get() < 0) {
            throw CommandFailure.usage("--since is the id of an event, or 0");
        }
        var client = server.client(terminal);
        // Says at once if there is no Nexus, and where the stream begins: what happens before it stands is not missed.
        long now = client.ask("/v1/events?limit=1", page -> page.has("last_id") && page.has("data"))
                .json()
                .number("last_id");
        var watch = new Watch(client, path(), since.orElse(now), terminal, json);
        return watch.run();
    }

    private String path() {
        return backends.isEmpty()
                ? "/v1/events"
                : "/v1/events?backend="
                        + backends.stream()
                                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                                .collect(Collectors.joining(","));
    }
}
