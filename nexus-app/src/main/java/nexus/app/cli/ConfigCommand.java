package nexus.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import nexus.app.config.Advice;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.config.RuntimeChanges;
import nexus.app.config.StateFile;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "config", description = "Writes a configuration file, checks one, explains its keys.")
final class ConfigCommand {

    @Command(
            name = "check",
            description =
                    "Shows all problems of a configuration file at once, each with its place and what is allowed.",
            footer = {"", "Example:  nexus config check -c /etc/nexus/nexus.toml"},
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
            var source = file.source(terminal, ConfigFile.probes(), Overrides.NONE);
            var config = file.load(source);
            terminal.println(
                    file.shown() + ": fine (backends: " + config.backends().size() + ")");
            Advice.of(config).forEach(this::note);
            changes(source, config);
            return ExitCode.OK;
        }

        private void note(String text) {
            terminal.println("note: " + Printable.text(text));
        }

        /// What 'nexus serve' would read beside the file has to be fine as well.
        private void changes(ConfigSource source, NexusConfig config) {
            try {
                var state = source.stateFile(config);
                var changes = state.map(StateFile::read).orElse(RuntimeChanges.NONE);
                var notes = source.compose(config, changes, List.of()).notes();
                state.filter(_ -> !changes.equals(RuntimeChanges.NONE))
                        .ifPresent(file -> terminal.println(Printable.text(file.path() + ": fine (added: "
                                + changes.added().size() + ", removed: "
                                + changes.removed().size() + ", drained: "
                                + changes.drained().size() + ")")));
                notes.forEach(this::note);
            } catch (ConfigException e) {
                throw CommandFailure.configuration(e.getMessage());
            }
        }
    }
}
