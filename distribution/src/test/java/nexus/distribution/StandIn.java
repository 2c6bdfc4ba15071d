package nexus.distribution;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// A backend on a real socket that answers one path, and the configuration that watches it.
final class StandIn implements AutoCloseable {

    private final HttpServer server;
    /// Nexus's own.
    private final int nexusPort = freePort();

    private StandIn(HttpServer server) throws IOException {
        this.server = server;
    }

    /// Answers `GET path` with this body, and everything else with 404.
    static StandIn answering(String path, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            var found = exchange.getRequestURI().getPath().equals(path);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? bytes.length : -1);
            if (found) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new StandIn(server);
    }

    static StandIn ollama() throws IOException {
        return answering("/api/tags", "{\"models\":[{\"name\":\"llama3:8b\"}]}");
    }

    /// Where it listens.
    int port() {
        return server.getAddress().getPort();
    }

    /// Writes a `nexus.toml` with this backend alone, once for each type, under the type's name.
    Path configIn(Path folder, String... types) throws IOException {
        var text = new StringBuilder("[server]\nport = %d\n".formatted(nexusPort));
        for (var type : types) {
            text.append("""

                    [[backends]]
                    name = "%s"
                    url = "http://127.0.0.1:%d"
                    type = "%s"
                    """.formatted(type, port(), type));
        }
        return Files.writeString(folder.resolve("nexus.toml"), text);
    }

    /// The body of Nexus's own `GET /health`.
    String health() throws Exception {
        return get("/health");
    }

    /// The page that Nexus shows in a browser.
    String page() throws Exception {
        return get("/");
    }

    /// What Nexus itself answers.
    String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nexusPort + path))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// From here on nothing listens at its port.
    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }
}
