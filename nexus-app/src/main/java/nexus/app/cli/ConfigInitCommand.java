package nexus.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import nexus.app.config.ConfigTemplate;
import nexus.app.discover.Find;
import nexus.app.discover.FoundToml;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Writes a commented nexus.toml that starts as it is.",
        footer = {"", "Example:  nexus config init --discover --network 192.168.1.0/24"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:the file exists, or can't be written"})
final class ConfigInitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--force", description = "Overwrite a file that exists.")
    private boolean force;

    @Option(
            names = "--discover",
            description = "Look for servers first, as 'nexus discover' does, and write those instead of the example.")
    private boolean discover;

    @Mixin
    private DiscoverOptions where = new DiscoverOptions();

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "The file to write. Without it: ./nexus.toml.")
    private Path path = ConfigFile.DEFAULT;

    ConfigInitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        String shown = Printable.text(path.toString());
        if (!discover && where.isNarrowed()) {
            throw CommandFailure.usage("--network, --port, --mdns and --timeout go with --discover");
        }
        if (discover && !force && Files.exists(path)) {
            throw exists(shown); // before anything is asked
        }
        List<Find.Server> found =
                discover ? where.survey(new ConfigFile(), terminal).servers() : List.of();
        try {
            Files.writeString(path, text(found), options());
        } catch (FileAlreadyExistsException e) {
            throw exists(shown);
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(shown + ": there is no such folder");
        } catch (IOException e) {
            throw CommandFailure.usage(
                    shown + " can't be written (" + e.getClass().getSimpleName() + ")");
        }
        terminal.println("wrote " + shown + "; " + told(found.size()) + "then: nexus serve"
                + (path.equals(ConfigFile.DEFAULT) ? "" : " -c " + shown));
        return ExitCode.OK;
    }

    private static String text(List<Find.Server> found) {
        return found.isEmpty() ? ConfigTemplate.text() : ConfigTemplate.with(FoundToml.of(found));
    }

    private String told(int found) {
        if (!discover) {
            return "put your backends into it, ";
        }
        return found == 0
                ? "no server was found: put your backends into it, "
                : "backends found: " + found + "; look them over, ";
    }

    private static CommandFailure exists(String shown) {
        return CommandFailure.usage(shown + " exists: it stays as it is; --force overwrites it");
    }

    private OpenOption[] options() {
        return force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    }
}
