package nexus.app.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import nexus.app.config.ServerConfig;
import nexus.app.history.Past;
import nexus.app.operate.Operator;
import nexus.app.registry.Registry;

/// A running server on a free port, and the two ways to talk to it. Every answer is held against the description of
/// the API.
final class Served implements AutoCloseable {

    /// Long enough for the slowest machine; only a bug ever waits for it.
    private static final int PATIENCE_MILLIS = 30_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiServer server;

    private Served(ApiServer server) {
        this.server = server;
    }

    static Served with(Registry registry) {
        return new Served(Operated.start(new ServerConfig("127.0.0.1", 0, 1), registry));
    }

    static Served with(Registry registry, Operator operator) {
        return new Served(Operated.start(new ServerConfig("127.0.0.1", 0, 1), registry, operator));
    }

    static Served with(Registry registry, Past past) {
        return new Served(Operated.start(new ServerConfig("127.0.0.1", 0, 1), registry, past));
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask("GET", path);
    }

    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        var body = method.equals("POST") ? BodyPublishers.ofString("{\"model\":\"x\"}") : BodyPublishers.noBody();
        return Documented.held(client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString()));
    }

    Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /// Sends bytes as they are, and gives all that comes until the server closes.
    String raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Documented.held(request, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }
}
