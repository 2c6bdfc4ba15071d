package nexus.app.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nexus.app.config.ConfigSource;
import nexus.app.config.Overrides;
import nexus.app.registry.Registry;

/// A running server over a file of two backends, and what to send to change them.
final class ServedFile implements AutoCloseable {

    static final String TOML = """
            [[backends]]
            name = "a"
            url = "http://a:1"
            type = "vllm"
            [[backends]]
            name = "b"
            url = "http://b:1"
            type = "ollama"
            """;

    private final Registry registry;
    private final Served served;

    ServedFile(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), TOML);
        var source = new ConfigSource(Optional.of(file), Overrides.NONE, Map.of(), Operated.TYPES);
        var config = source.read();
        registry = new Registry(config.backends(), Fleets.CLOCK);
        served = Served.with(registry, Operated.of(source, config, registry));
    }

    String status(String name) {
        return registry.backend(name).orElseThrow().snapshot().status().text();
    }

    /// The names of the fleet, in its order.
    String fleet() {
        return registry.backends().stream()
                .map(backend -> backend.config().name())
                .collect(Collectors.joining(" "));
    }

    String post(String path, String type, String body) throws IOException {
        return request("POST", path, type, body);
    }

    String request(String method, String path, String type, String body) throws IOException {
        String typed = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return served.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + typed
                + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    /// Without a length said before.
    String chunked(String path, String body) throws IOException {
        return served.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
    }

    String raw(String request) throws IOException {
        return served.raw(request);
    }

    @Override
    public void close() {
        served.close();
    }
}
