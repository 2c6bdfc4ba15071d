package nexus.app.cli;

import java.util.concurrent.Callable;
import nexus.app.config.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "config", description = "Writes a configuration file, or checks one.")
final class ConfigCommand {

    @Command(
            name = "check",
            description = "Tells every problem of a configuration file at once, each with its place and what is "
                    + "allowed.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:it can be used", "2:it can't"})
    static final class Check implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private ConfigFile file = new ConfigFile();

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            var config = file.load(terminal, ConfigFile.probes(), Overrides.NONE);
            terminal.println(
                    file.shown() + ": fine (backends: " + config.backends().size() + ")");
            return ExitCode.OK;
        }
    }
}
