package nexus.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nexus.app.boot.Nexus;
import nexus.app.boot.StartException;
import nexus.app.config.ConfigException;
import nexus.app.config.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Checks the backends of a configuration file and reports over HTTP what it finds, until it is "
                + "stopped by Ctrl+C or SIGTERM; SIGHUP reloads the file. The log goes to standard error.",
        footer = {"", "Example:  nexus serve -c /etc/nexus/nexus.toml --log-level debug"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:wrong usage or configuration, or the port is taken"})
final class ServeCommand implements Callable<Integer> {

    private static final String LISTENS_ON = "Nexus listens on ";

    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Option(names = "--host", paramLabel = "H", description = "Address to listen on, instead of the file's.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, instead of the file's; 0: a free one.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--no-health-check", description = "Send no checks: every backend stays unknown.")
    private boolean noHealthCheck;

    @Option(names = "--log-level", paramLabel = "L", description = "trace, debug, info, warn, error or off.")
    private Optional<String> logLevel = Optional.empty();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var probes = ConfigFile.probes();
        var healthCheck = noHealthCheck ? Optional.of(false) : Optional.<Boolean>empty();
        var source = file.source(terminal, probes, new Overrides(host, port, healthCheck, logLevel));
        var config = file.load(source);
        try (var nexus = Nexus.start(source, config, probes, terminal.err(), at -> ready(terminal, at))) {
            nexus.await();
        } catch (ConfigException e) {
            throw CommandFailure.configuration(e.getMessage());
        } catch (StartException e) {
            throw CommandFailure.usage(e.getMessage());
        }
        return ExitCode.OK;
    }

    /// The one line of a program that is ready.
    static void ready(Terminal terminal, Nexus nexus) {
        terminal.println(LISTENS_ON + nexus.url() + " (backends: " + nexus.backends() + ")");
        terminal.out().flush();
    }

    /// The address in that line.
    static String url(String line) {
        return line.substring(LISTENS_ON.length(), line.indexOf(" ("));
    }
}
