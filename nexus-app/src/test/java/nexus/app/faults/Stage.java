package nexus.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import nexus.app.check.HandRun;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Buffers;
import nexus.app.exchange.Certificates;
import nexus.app.exchange.Lines;
import nexus.app.exchange.Names;
import nexus.app.exchange.OneServer;
import nexus.app.exchange.OneServer.Script;
import nexus.app.health.BackendStatus;
import nexus.app.registry.BackendSnapshot;

/// Servers, names and a healthy neighbour for one fault or for many; closing it takes all of them down.
final class Stage implements AutoCloseable {

    static final int MAX_BODY = 64 << 10;
    static final String NEIGHBOUR = "neighbour";

    private static final String FAULTY = "faulty";

    private final Certificates certificates;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private Lines lines = lines(8 << 20);
    private HandRun run;

    Stage(Certificates certificates) {
        this.certificates = certificates;
    }

    Certificates certificates() {
        return certificates;
    }

    /// As much for the answers of all checks together.
    void bufferBudget(long bytes) {
        lines = lines(bytes);
    }

    private Lines lines(long budget) {
        return new Lines(new Names(this::resolve, System::nanoTime), new Buffers(budget), System::nanoTime);
    }

    Lines lines() {
        return lines;
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        var found = names.get(name);
        if (found == null) {
            throw new UnknownHostException(name);
        }
        if (found.isEmpty()) {
            // The name server is silent until the stage is closed.
            sleepUntilInterrupted();
        }
        return found;
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A name and its addresses in this order; without one, its lookup hangs.
    void name(String name, String... addresses) {
        names.put(name, Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
    }

    /// Something to be closed with the stage.
    <T extends AutoCloseable> T with(T resource) {
        open.push(resource);
        return resource;
    }

    /// The port of a server on 127.0.0.1.
    int serve(Script script) throws IOException {
        return with(new OneServer(script)).port();
    }

    Setup http(Script script) throws IOException {
        return Setup.at("http://127.0.0.1:" + serve(script));
    }

    /// A server that shows this certificate; nobody is trusted yet.
    Setup https(String alias, Script script) throws Exception {
        var local = InetAddress.getByName("127.0.0.1");
        ServerSocket listening =
                certificates.server(alias).getServerSocketFactory().createServerSocket(0, 50, local);
        return Setup.at(
                "https://127.0.0.1:" + with(new OneServer(listening, script)).port());
    }

    /// A port of 127.0.0.1 at which nobody listens.
    static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /// Checks a backend once, and a healthy one before, beside and after it, which must not notice.
    Seen check(Setup setup) throws Exception {
        start(List.of(setup.named(FAULTY)));
        return Seen.of(checkBesideNeighbour(FAULTY));
    }

    /// A fleet of these and the neighbour.
    HandRun start(List<BackendConfig> backends) throws IOException {
        var all = new ArrayList<>(backends);
        all.add(http(Scripts.FINE).named(NEIGHBOUR));
        run = with(new HandRun(lines, MAX_BODY, all));
        run.check(NEIGHBOUR);
        assertEquals(BackendStatus.HEALTHY, run.check(NEIGHBOUR).status());
        return run;
    }

    BackendSnapshot checkBesideNeighbour(String name) throws Exception {
        var faulty = new FutureTask<>((Callable<BackendSnapshot>) () -> run.check(name));
        Thread.ofVirtual().start(faulty);
        run.check(NEIGHBOUR);
        var seen = faulty.get();
        var neighbour = run.check(NEIGHBOUR);
        assertEquals(BackendStatus.HEALTHY, neighbour.status());
        assertEquals(0, neighbour.failed(), "failed checks of the neighbour");
        return seen;
    }

    /// The fleet that is checked at the moment.
    HandRun run() {
        return run;
    }

    @Override
    public void close() {
        open.forEach(Stage::shut);
        lines.names().close();
        assertEquals(0, lines.buffers().lent(), "bytes of the buffers not given back");
    }

    private static void shut(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new AssertionError(resource + " cannot be closed", e);
        }
    }
}
