package nexus.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.boot.Nexus;
import nexus.app.demo.DemoFleet;

/// Does once, unseen, what commands do: serves the demo's fleet on a free port and asks it.
///
/// `bin/nexus` runs it in the background for the JVM's AOT cache, in which classes are kept as a run left them:
/// loaded, linked, and with a profile of what is hot. It speaks to nobody but itself and prints nothing.
public final class Rehearsal {

    private static final String HOST = "127.0.0.1";
    private static final int FREE_PORT = 0;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("health"),
            List.of("health", "--json"),
            List.of("models"),
            List.of("backends", "list"),
            List.of("why", "workstation-ollama"),
            List.of("probes"));

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private Rehearsal() {}

    /// @param args one: a folder for its files, which exists and is empty
    public static void main(String[] args) throws IOException {
        new Rehearsal().run(Path.of(args[0]));
        System.exit(ExitCode.OK);
    }

    private void run(Path folder) throws IOException {
        try (var fleet = DemoFleet.start(_ -> {});
                var nexus = Nexus.start(fleet.config(HOST, FREE_PORT), ConfigFile.probes(), nowhere, _ -> {})) {
            COMMANDS.forEach(command -> command(nexus.url(), command));
        }
        String file = folder.resolve("nexus.toml").toString();
        command(List.of("config", "init", file), Map.of());
        command(List.of("config", "check", "-c", file), Map.of());
        Files.deleteIfExists(Path.of(file));
    }

    private void command(String url, List<String> words) {
        command(words, Map.of("NEXUS_URL", url));
    }

    private void command(List<String> words, Map<String, String> environment) {
        Main.run(words.toArray(String[]::new), nowhere, nowhere, environment);
    }
}
