package nexus.distribution.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.app.demo.StandIn;

/// The servers of one scene: those that are [Played], one that takes messages, and one by which a page's hidden
/// commands change the others.
final class Servers implements AutoCloseable {

    private final Map<Played, StandIn> played = new EnumMap<>(Played.class);
    private final HttpServer control;
    private final HttpServer receiver;

    private Servers(HttpServer control, HttpServer receiver) {
        this.control = control;
        this.receiver = receiver;
    }

    /// @param folder where the last message is written to, as `received.json`
    static Servers start(Path folder) throws IOException {
        var servers = new Servers(listener(), listener());
        for (var server : Played.values()) {
            servers.played.put(server, server.start());
        }
        servers.control.createContext("/", servers::change);
        servers.receiver.createContext("/", exchange -> receive(exchange, folder));
        Stream.of(servers.control, servers.receiver).forEach(HttpServer::start);
        return servers;
    }

    private static HttpServer listener() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    /// Adds where they are.
    void tell(Addresses addresses) {
        played.forEach((server, standIn) -> server.tell(addresses, standIn.port()));
        int port = receiver.getAddress().getPort();
        addresses.with("hooks.example.com", "9000", port).with("9000", "" + port);
    }

    /// The ports of those that the pages have on this machine, for who looks for servers here.
    String localPorts() {
        return played.entrySet().stream()
                .filter(server -> server.getKey().isLocal())
                .map(server -> "" + server.getValue().port())
                .collect(Collectors.joining(" "));
    }

    /// Where `POST /NAME/STATE` changes one.
    String controlUrl() {
        return "http://127.0.0.1:" + control.getAddress().getPort();
    }

    private void change(HttpExchange exchange) throws IOException {
        var words = exchange.getRequestURI().getPath().split("/");
        try {
            for (var server : played.entrySet()) {
                if (words.length == 3 && server.getKey().title().equals(words[1])) {
                    server.getKey().become(words[2], server.getValue());
                    answer(exchange, 204);
                    return;
                }
            }
            answer(exchange, 404);
        } catch (IllegalArgumentException e) {
            answer(exchange, 400);
        }
    }

    private static void receive(HttpExchange exchange, Path folder) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var signature = exchange.getRequestHeaders().getFirst("Nexus-Signature");
        Files.writeString(folder.resolve("received.signature"), signature == null ? "" : signature);
        Files.writeString(folder.resolve("received.json"), new String(body, StandardCharsets.UTF_8));
        answer(exchange, 200);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        Stream.of(control, receiver).forEach(server -> server.stop(0));
        played.values().forEach(StandIn::close);
    }
}
