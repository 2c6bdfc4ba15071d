package nexus.distribution.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nexus.distribution.Packaged;

/// Where a page's commands are run: a folder, servers, perhaps a Nexus that watches them. What was started there ends
/// with it: every process whose id lies in a file `*.pid` of the folder.
final class Scene implements AutoCloseable {

    /// What there is at the beginning.
    enum Kind {
        /// A folder with the archive, and a Nexus of its own whose `plugins/` may be changed.
        EMPTY,
        /// And LLM servers.
        SERVERS,
        /// And a Nexus that runs and has judged them.
        FLEET;

        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no scene is called " + name));
        }
    }

    private static final int PATIENCE_SECONDS = 20;

    private final Path work;
    private final Servers servers;
    private final Addresses addresses;
    private final Shell shell;

    private Scene(Path work, Servers servers, Addresses addresses, Shell shell) {
        this.work = work;
        this.servers = servers;
        this.addresses = addresses;
        this.shell = shell;
    }

    /// @param name   of a [Kind]
    /// @param folder of its own
    /// @param cache  shared by all scenes, for what the launcher remembers
    /// @param variables that the page's configuration names; addresses in them are the pages'
    static Scene open(String name, Path folder, Path cache, Map<String, String> variables) throws Exception {
        var kind = Kind.of(name);
        var work = Files.createDirectories(folder.resolve("work"));
        var home = kind == Kind.EMPTY ? Packaged.copyTo(folder.resolve("my nexus")) : Packaged.HOME;
        Surroundings.link(work);
        var servers = Servers.start(work);
        var addresses = new Addresses();
        servers.tell(addresses);
        int port = Surroundings.freePort();
        addresses.with("8000", "" + port).with("30000", "" + Surroundings.freePort());
        var environment = new HashMap<String, String>();
        variables.forEach((variable, value) -> environment.put(variable, addresses.real(value)));
        environment.putAll(Surroundings.environment(home, folder, cache));
        environment.put("SCENE_PORT", "" + port);
        environment.put("SCENE_CONTROL", servers.controlUrl());
        environment.put("SCENE_PORTS", servers.localPorts());
        return new Scene(work, servers, addresses, new Shell(work, environment)).begun(kind);
    }

    private Scene begun(Kind kind) throws Exception {
        try {
            switch (kind) {
                case EMPTY, SERVERS -> {}
                case FLEET -> {
                    write("nexus.toml", Files.readString(Surroundings.COMMANDS.resolveSibling("fleet.toml")));
                    run("nexus serve").expectCode(0);
                }
            }
            return this;
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    /// Runs commands as a page writes them; the output is as a page would show it.
    Shell.Output run(String commands) throws IOException, InterruptedException {
        var output = shell.run(addresses.real(commands));
        return new Shell.Output(output.code(), addresses.shown(output.text()));
    }

    /// A configuration that names no port gets ours, in its last lines: the numbers of the others are shown.
    void write(String file, String text) throws IOException {
        var path = work.resolve(file);
        Files.createDirectories(path.getParent());
        boolean isPortOpen = file.equals("nexus.toml") && !text.contains("[server]");
        Files.writeString(path, addresses.real(isPortOpen ? text + "\n[server]\nport = 8000\n" : text));
    }

    void append(String file, String text) throws IOException {
        Files.writeString(work.resolve(file), "\n" + addresses.real(text), StandardOpenOption.APPEND);
    }

    Map<String, String> environment() {
        return shell.environment();
    }

    Path folder() {
        return work;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            files.filter(file -> file.toString().endsWith(".pid")).forEach(Scene::end);
        }
        servers.close();
        Surroundings.deleteLinks(work.getParent());
    }

    private static void end(Path noted) {
        try {
            var process =
                    ProcessHandle.of(Long.parseLong(Files.readString(noted).strip()));
            if (process.isPresent()) {
                process.get().destroy();
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("what " + noted + " names did not end", e);
        }
    }
}
