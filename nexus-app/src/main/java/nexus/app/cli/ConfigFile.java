package nexus.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.log.Printable;
import nexus.app.probes.Probes;
import nexus.app.probes.ProbesException;
import picocli.CommandLine.Option;

/// Which configuration file a command works on: `-c FILE`, else `./nexus.toml`.
final class ConfigFile {

    static final Path DEFAULT = Path.of("nexus.toml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file. Without it: ./nexus.toml.")
    private Optional<Path> named = Optional.empty();

    boolean isNamed() {
        return named.isPresent();
    }

    Path path() {
        return named.orElse(DEFAULT);
    }

    String shown() {
        return Printable.text(path().toString());
    }

    /// What a configuration is made of here: the file, the environment and the flags.
    ConfigSource source(Terminal terminal, Probes probes, Overrides flags) {
        return new ConfigSource(Optional.of(path()), flags, terminal.env(), probes.names());
    }

    /// Reads them.
    ///
    /// @throws CommandFailure with every problem there is
    NexusConfig load(ConfigSource source) {
        if (named.isEmpty() && !Files.exists(DEFAULT)) {
            throw CommandFailure.usage("there is no ./nexus.toml: write one with 'nexus config init', name one with "
                    + "-c FILE, or see it all without one by 'nexus demo'");
        }
        try {
            return source.read();
        } catch (ConfigException e) {
            throw CommandFailure.configuration(e.getMessage());
        }
    }

    /// The probe types, for commands that can't do without.
    static Probes probes() {
        try {
            return Probes.load();
        } catch (ProbesException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }
}
