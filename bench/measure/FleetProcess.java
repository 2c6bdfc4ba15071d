package measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.List;

/// The running fleet: commands in, one line out for each (see `fleet.Control`).
final class FleetProcess implements AutoCloseable {
    private final Child child;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final Path work;

    private FleetProcess(Child child, Path work) {
        this.child = child;
        this.work = work;
        this.answers = new BufferedReader(new InputStreamReader(child.process().getInputStream(), UTF_8));
        this.commands = new BufferedWriter(new OutputStreamWriter(child.process().getOutputStream(), UTF_8));
    }

    static FleetProcess start(Options options) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Xms300m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "fleet.Fleet",
                "" + options.port(),
                "" + options.backends(),
                "" + options.hostilePercent(),
                "" + options.slowMillis());
        var fleet = new FleetProcess(
                Child.start(options.work(), "fleet", Child.FLEET_CORE, command), options.work());
        fleet.line();
        return fleet;
    }

    long pid() {
        return child.pid();
    }

    /// Connections accepted since the start.
    long count() throws IOException {
        return Long.parseLong(ask("count"));
    }

    /// The arrivals since the last call.
    Arrivals arrivals() throws IOException {
        Path file = work.resolve("arrivals");
        ask("arrivals " + file);
        return Arrivals.read(file);
    }

    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return line();
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the fleet ended; see fleet.err");
        }
        return line;
    }

    @Override
    public void close() {
        child.close();
    }
}
