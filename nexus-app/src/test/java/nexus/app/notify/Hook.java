package nexus.app.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import nexus.app.Eventually;

/// A receiver on a real socket that answers each request as it is told, and remembers what it was sent.
public final class Hook implements AutoCloseable {

    /// What was sent to it.
    ///
    /// @param line    `POST /hook HTTP/1.1`
    /// @param headers by their names in lower case
    public record Request(String line, Map<String, String> headers, String body) {}

    /// What it does when a request has come.
    interface Behaviour {
        void answer(Socket client) throws IOException, InterruptedException;
    }

    /// What is sent to the path `/broken`.
    private static final Behaviour BROKEN = answering("404 Not Found", "no_service");

    private final ServerSocket listener;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);
    private Behaviour usual = answering("200 OK", "ok");

    private Hook(ServerSocket listener) {
        this.listener = listener;
        acceptor.start();
    }

    /// One that takes everything.
    public static Hook start() {
        return start(ServerSocketFactory.getDefault());
    }

    /// One that speaks TLS where the factory is one of TLS.
    static Hook start(ServerSocketFactory sockets) {
        try {
            return new Hook(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Behaviour answering(String status, String body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return bytes(head + "\r\n" + body);
    }

    static Behaviour bytes(String wire) {
        return client -> client.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Answers nothing until it is closed.
    static Behaviour hanging() {
        return client -> client.getInputStream().readAllBytes();
    }

    /// Sends this again and again, for as long as somebody reads.
    static Behaviour flooding(String head, String again) {
        return client -> {
            client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                client.getOutputStream().write(again.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    /// Sends this byte by byte, never all of it.
    static Behaviour dripping(String head) {
        return client -> {
            client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                client.getOutputStream().write('x');
                Thread.sleep(5);
            }
        };
    }

    static Behaviour resetting() {
        return client -> client.setSoLinger(true, 0);
    }

    /// The next requests are answered so, one after another; those after them as usual.
    Hook then(Behaviour... behaviours) {
        synchronized (script) {
            script.addAll(List.of(behaviours));
        }
        return this;
    }

    /// From now on all requests are answered so.
    Hook always(Behaviour behaviour) {
        synchronized (script) {
            usual = behaviour;
        }
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    int port() {
        return listener.getLocalPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Waits for so many requests.
    public List<Request> await(int count) {
        return Eventually.seen(count + " requests", this::requests, seen -> seen.size() >= count);
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var request = request(client.getInputStream());
            requests.add(request);
            behaviour(request).answer(client);
        } catch (IOException | InterruptedException e) {
            // The other side is gone, or this is closed.
        } finally {
            open.remove(client);
        }
    }

    private Behaviour behaviour(Request request) {
        synchronized (script) {
            if (request.line().contains("/broken")) {
                return BROKEN;
            }
            if (request.line().contains("echo") || request.body().contains("echo")) {
                return answering(
                        "403 No", "{\"message\":\"" + request.toString().replace('"', ' ') + "\"}");
            }
            return script.isEmpty() ? usual : script.poll();
        }
    }

    private static Request request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        var lines = head.toString().strip().split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(lines[0], Collections.unmodifiableMap(headers), new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(); // until then the port is still open
            for (var client : open) {
                client.close();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
