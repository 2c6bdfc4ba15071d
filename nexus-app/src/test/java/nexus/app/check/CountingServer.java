package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nexus.app.config.BackendUrl;

/// Many backends on one port, told apart by the first part of their path; each answers with an empty list,
/// or is held until a test lets it go. Counts who is asked, and whether two ask for one at a time.
final class CountingServer implements AutoCloseable {

    private static final String LIST = "{\"object\":\"list\",\"data\":[]}";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + LIST.length() + "\r\nConnection: close\r\n\r\n" + LIST;
    /// Part of an answer that is too long for a check's own buffer.
    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                    + " ".repeat(200_000);

    private final ServerSocket server;
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final Map<String, Integer> hangUps = new HashMap<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> crowded = new HashSet<>();

    CountingServer() throws IOException {
        server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    BackendUrl url(String name) {
        return BackendUrl.parse("http://127.0.0.1:" + server.getLocalPort() + "/" + name);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed by the test.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var line = in.readLine();
            while (!in.readLine().isEmpty()) {}
            var name = line.split("/")[1];
            answer(name, arrives(name), socket, in);
        } catch (IOException | RuntimeException e) {
            // The checker went away before it had asked.
        }
    }

    private void answer(String name, boolean hold, Socket socket, BufferedReader in) {
        try {
            socket.getOutputStream().write((hold ? BEGINNING : ANSWER).getBytes(StandardCharsets.ISO_8859_1));
            if (hold) {
                in.read();
            }
        } catch (IOException e) {
            // A reset is an end too.
        } finally {
            leaves(name, hold);
        }
    }

    private synchronized boolean arrives(String name) {
        arrivals.merge(name, 1, Integer::sum);
        if (inside.merge(name, 1, Integer::sum) > 1) {
            crowded.add(name);
        }
        notifyAll();
        return held.contains(name);
    }

    private synchronized void leaves(String name, boolean hungUp) {
        inside.merge(name, -1, Integer::sum);
        if (hungUp) {
            hangUps.merge(name, 1, Integer::sum);
        }
        notifyAll();
    }

    /// From now on it gets the beginning of a long answer only.
    synchronized void hold(String name) {
        held.add(name);
    }

    synchronized void release(String name) {
        held.remove(name);
    }

    synchronized int arrivals(String name) {
        return arrivals.getOrDefault(name, 0);
    }

    /// Who was asked while it was being asked.
    synchronized Set<String> crowded() {
        return Set.copyOf(crowded);
    }

    void awaitArrivals(String name, int count) throws InterruptedException {
        await(arrivals, name, count);
    }

    /// Until so many checks that were held have hung up.
    void awaitHangUps(String name, int count) throws InterruptedException {
        await(hangUps, name, count);
    }

    private synchronized void await(Map<String, Integer> counts, String name, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (counts.getOrDefault(name, 0) < count) {
            assertTrue(System.nanoTime() < end, name + ": " + counts);
            wait(1000);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
