package nexus.app.history.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nexus.app.config.HistoryConfig;
import nexus.app.config.Secret;
import org.junit.jupiter.api.Assumptions;

/// A real PostgreSQL server in a folder of its own, which tests start and stop. It refuses to run as root, so that
/// root hands it to another user.
final class Postgresql implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "nexus";
    static final String PASSWORD = "of the test's database";

    private final Path bin;
    private final Path folder;
    private final int port;

    private Postgresql(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /// Starts one, or has the test left out where there is none; unless the machine must have it.
    static Postgresql start() throws IOException {
        var bin = bin();
        boolean required = "required".equals(System.getenv("NEXUS_TEST_TOOLS"));
        Assumptions.assumeTrue(bin.isPresent() || required, "no PostgreSQL here: apt-get install postgresql");
        var server = new Postgresql(bin.orElseThrow(), Files.createTempDirectory("nexus-postgresql"), freePort());
        server.initialise();
        server.goOn();
        return server;
    }

    private static Optional<Path> bin() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        run("initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile", password.toString(), "-N");
    }

    /// Starts it again after [#stop].
    void goOn() throws IOException {
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "start");
    }

    void stop() throws IOException {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String tool, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(bin.resolve(tool).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("nexus-postgresql", ".log");
        // Its output goes to a file: the server would keep a pipe open.
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!ended(process) || process.exitValue() != 0) {
            throw new IOException(tool + " failed: " + Files.readString(said));
        }
        Files.delete(said);
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    HistoryConfig.Server server() {
        return server(USER, PASSWORD);
    }

    HistoryConfig.Server server(String user, String password) {
        return new HistoryConfig.Server(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                Optional.of(user),
                Optional.of(new HistoryConfig.Password("DB_PASSWORD", new Secret(password))));
    }

    /// As somebody else who uses it.
    void execute(String... commands) throws SQLException {
        var server = server();
        try (var connection = DriverManager.getConnection(server.url(), USER, PASSWORD);
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /// Ends it and deletes all it wrote.
    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
