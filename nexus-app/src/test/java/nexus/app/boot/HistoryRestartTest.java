package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, ended and started again: a reader of its events comes back with the last id that it has seen.
class HistoryRestartTest {

    private static final String TOML = """
            [server]
            port = 0
            [health_check]
            startup_interval_seconds = 0.1
            [[backends]]
            name = "dead"
            url = "http://127.0.0.1:9"
            type = "ollama"
            """;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void overACleanRestartNothingIsMissing() throws Exception {
        var url = start();
        var before = read(url, 0, "status_changed");
        assertEquals(List.of("started", "status_changed"), types(before));

        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        var after = read(start(), id(before.getFirst()), "started");

        assertEquals(List.of("status_changed", "stopped", "started"), types(after));
        assertEquals(
                List.of(1L, 2L, 3L),
                after.stream().map(event -> id(event) - id(before.getFirst())).toList());
    }

    @Test
    void overACrashTheRangeThatMayBeLostIsNamed() throws Exception {
        var before = read(start(), 0, "status_changed");

        process.destroyForcibly().waitFor();
        var after = read(start(), id(before.getLast()), "started");

        assertEquals("lost", type(after.get(after.size() - 2)));
        assertEquals(id(after.get(after.size() - 2)) + 1, id(after.getLast()), "nothing unnamed");
    }

    /// @return the address of the API
    private String start() throws Exception {
        Path toml = folder.resolve("nexus.toml");
        Files.writeString(toml, TOML);
        process = ServeProcess.start(toml, folder.resolve("log"));
        BufferedReader out = process.inputReader();
        String line = ServeProcess.readLine(out);
        assertTrue(line.startsWith("Nexus listens on "), line);
        return line.split(" ")[3];
    }

    /// Reads the stream up to an event of a type.
    ///
    /// @return `id type`
    private List<String> read(String url, long lastId, String lastType) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/events"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", String.valueOf(lastId))
                .build();
        var events = new ArrayList<String>();
        String id = "";
        try (var lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            for (var next = lines.iterator();
                    events.isEmpty() || !type(events.getLast()).equals(lastType); ) {
                String line = next.next();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    events.add(id + " " + line.substring(6).strip());
                }
            }
        }
        return events;
    }

    private static long id(String event) {
        return Long.parseLong(event.split(" ")[0]);
    }

    private static String type(String event) {
        return event.split(" ")[1];
    }

    private static List<String> types(List<String> events) {
        return events.stream().map(HistoryRestartTest::type).toList();
    }
}
