package nexus.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nexus.app.config.BackendEntry;
import nexus.app.config.TomlWriter;
import nexus.app.demo.DemoFleet;

/// Does once, unseen, what `nexus serve` does: watches the demo's fleet and answers, on a free port.
///
/// `bin/nexus` runs it in the background for the JVM's AOT cache, in which classes are kept as a run left them:
/// loaded and linked. It speaks to nobody but itself and prints nothing.
public final class Rehearsal {

    private static final List<String> PATHS = List.of("/health", "/v1/backends", "/v1/models", "/metrics", "/");

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /// Exits with 0 when all went well.
    ///
    /// @param args a folder for its files, which exists; then a command to run meanwhile, as a program and its
    ///             arguments: it finds the address in `NEXUS_URL`
    public static void main(String[] args) throws Exception {
        var command = List.of(args).subList(1, args.length);
        try (var fleet = DemoFleet.start(_ -> {})) {
            System.exit(new Rehearsal(Path.of(args[0])).run(fleet, command));
        }
    }

    private int run(DemoFleet fleet, List<String> command) throws Exception {
        var config =
                Files.writeString(folder.resolve("nexus.toml"), config(fleet)).toString();
        nexus(nowhere(), "config", "check", "-c", config);
        nexus(nowhere(), "probes");
        try (var out = new PipedOutputStream();
                var lines =
                        new BufferedReader(new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8))) {
            var server = Thread.ofPlatform()
                    .daemon()
                    .start(() -> nexus(new PrintStream(out), "serve", "-c", config, "--port", "0"));
            String url = ServeCommand.url(lines.readLine());
            int code = meanwhile(command, url);
            for (var path : PATHS) {
                ask(url + path);
            }
            server.interrupt();
            server.join();
            return code;
        }
    }

    private static String config(DemoFleet fleet) {
        return fleet.config("127.0.0.1", 0).backends().stream()
                .map(it -> BackendEntry.of(it.name(), it.url().toString(), it.type()))
                .map(TomlWriter::backend)
                .collect(Collectors.joining("", "[health_check]\ninterval_seconds = 1\n", ""));
    }

    private static int meanwhile(List<String> command, String url) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NEXUS_URL", url);
        return builder.start().waitFor();
    }

    private static void ask(String url) throws IOException {
        try (var answer = URI.create(url).toURL().openConnection(Proxy.NO_PROXY).getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void nexus(PrintStream out, String... words) {
        Main.run(words, out, nowhere(), Map.of());
    }

    static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
