package nexus.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import nexus.app.config.ConfigTemplate;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Writes a commented nexus.toml that starts as it is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:the file exists, or can't be written"})
final class ConfigInitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--force", description = "Overwrite a file that exists.")
    private boolean force;

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "The file to write. Without it: ./nexus.toml.")
    private Path path = ConfigFile.DEFAULT;

    ConfigInitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String shown = Printable.text(path.toString());
        try {
            Files.writeString(path, ConfigTemplate.text(), options());
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.usage(shown + " exists: it stays as it is; --force overwrites it");
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(shown + ": there is no such folder");
        } catch (IOException e) {
            throw CommandFailure.usage(
                    shown + " can't be written (" + e.getClass().getSimpleName() + ")");
        }
        terminal.println("wrote " + shown + "; put your backends into it, then: nexus serve"
                + (path.equals(ConfigFile.DEFAULT) ? "" : " -c " + shown));
        return ExitCode.OK;
    }

    private OpenOption[] options() {
        return force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    }
}
