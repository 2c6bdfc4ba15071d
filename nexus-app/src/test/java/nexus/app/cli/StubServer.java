package nexus.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on a real socket that answers paths as it was told, and 404 like a FastAPI program otherwise.
final class StubServer implements AutoCloseable {

    private record Planned(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Planned> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /// A request as it arrived.
    record Sent(String method, String path, String type, String authorization, String body) {}

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            sent.add(sent(exchange));
            var planned = answers.getOrDefault(path, new Planned(404, "{\"detail\":\"Not Found\"}"));
            byte[] body = planned.body().getBytes(StandardCharsets.UTF_8);
            // Each command is a process of its own elsewhere: none finds a connection that another one left.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(planned.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    StubServer answers(String path, String body) {
        return answers(path, 200, body);
    }

    StubServer answers(String path, int status, String body) {
        answers.put(path, new Planned(status, body));
        return this;
    }

    private static Sent sent(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Sent(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getOrDefault("Content-Type", List.of("")).getFirst(),
                headers.getOrDefault("Authorization", List.of("")).getFirst(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    List<Sent> sent() {
        return sent;
    }

    List<String> asked() {
        return asked;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
