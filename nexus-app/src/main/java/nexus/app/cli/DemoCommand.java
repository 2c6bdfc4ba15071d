package nexus.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nexus.app.boot.Nexus;
import nexus.app.boot.StartException;
import nexus.app.demo.DemoException;
import nexus.app.demo.DemoFleet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Starts a small fleet of mock LLM servers of every type, with scripted faults, and "
                + "serves it: a tour for people without a GPU. Ctrl+C ends it.",
        footer = {"", "Example:  nexus demo --port 8080"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:wrong usage, or the port is taken"})
final class DemoCommand implements Callable<Integer> {

    private static final String HOST = "127.0.0.1";
    private static final int FREE_PORT = 0;

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0: a free one. Without it: 8000, or a free one where that is taken.")
    private Optional<Integer> port = Optional.empty();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int wanted = port.orElse(8000);
        if (wanted < 0 || wanted > 65535) {
            throw CommandFailure.usage("--port is 0 to 65535 (see 'nexus demo --help')");
        }
        var narration = new Narration(terminal);
        try (var fleet = DemoFleet.start(narration::tell);
                var nexus = start(fleet, wanted)) {
            terminal.print(fleet.hints(nexus.port()) + "\n");
            narration.begin();
            nexus.await();
        } catch (StartException | DemoException e) {
            throw CommandFailure.usage(e.getMessage());
        }
        return ExitCode.OK;
    }

    private Nexus start(DemoFleet fleet, int wanted) {
        try {
            return serve(fleet, wanted);
        } catch (StartException e) {
            if (port.isPresent() || !e.isPortTaken()) {
                throw e;
            }
            terminal.println("Port " + wanted + " is taken, so a free one is used.");
            return serve(fleet, FREE_PORT);
        }
    }

    private Nexus serve(DemoFleet fleet, int wanted) {
        return Nexus.start(
                fleet.config(HOST, wanted),
                ConfigFile.probes(),
                terminal.err(),
                nexus -> ServeCommand.ready(terminal, nexus));
    }
}
