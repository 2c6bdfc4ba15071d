package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import nexus.app.api.Documented;
import nexus.app.cli.Main;

/// The whole program as a user starts it, `nexus serve -c FILE`, in this process; and the user's other
/// terminal.
public final class RunningNexus implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transcript out = new Transcript();
    private final Transcript err = new Transcript();
    private final AtomicInteger exitCode = new AtomicInteger(-1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread thread;
    private final String url;

    private RunningNexus(List<String> arguments, Map<String, String> env) {
        this.thread = Thread.ofPlatform()
                .name("nexus-serve")
                .start(() -> exitCode.set(Main.run(arguments.toArray(String[]::new), out.stream(), err.stream(), env)));
        this.url = "http://127.0.0.1:" + awaitPort();
    }

    /// Starts it on this file's text and returns when it listens.
    public static RunningNexus serve(Path folder, String toml, Map<String, String> env, String... flags)
            throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), toml);
        var arguments = new ArrayList<>(List.of("serve", "-c", file.toString()));
        arguments.addAll(List.of(flags));
        return new RunningNexus(arguments, env);
    }

    /// Starts `nexus` with these arguments, which must make it serve, and returns when it listens.
    public static RunningNexus start(String... arguments) {
        return new RunningNexus(List.of(arguments), Map.of());
    }

    private String awaitPort() {
        String ready = ".*127\\.0\\.0\\.1:(\\d+).*backends.*";
        Eventually.seen(
                "the ready line",
                () -> out.text() + err.text(),
                _ -> !thread.isAlive() || !out.lines(ready).isEmpty());
        if (out.lines(ready).isEmpty()) {
            throw new AssertionError("ended with " + exitCode + ": " + out.text() + err.text());
        }
        return out.lines(ready).getFirst().replaceFirst(ready, "$1");
    }

    public String url() {
        return url;
    }

    /// What `nexus serve` printed.
    public Transcript out() {
        return out;
    }

    /// The log.
    public Transcript log() {
        return err;
    }

    /// The body of a GET, whatever its status.
    public String curl(String path) {
        return get(path, "*/*");
    }

    private String get(String path, String accepted) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Accept", accepted)
                    .build();
            return Documented.held(client.send(request, BodyHandlers.ofString()))
                    .body();
        } catch (IOException e) {
            throw new AssertionError("no answer for " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// Has something changed.
    ///
    /// @param body JSON; empty for none
    public HttpResponse<String> change(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).method(method, BodyPublishers.ofString(body));
        try {
            return Documented.held(client.send(
                    request.header("Content-Type", "application/json").build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer for " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public JsonNode json(String path) {
        try {
            return JSON.readTree(get(path, "application/json"));
        } catch (IOException e) {
            throw new AssertionError("no JSON at " + path, e);
        }
    }

    /// Waits for `/health` to be as wanted, and returns it.
    public JsonNode awaitHealth(String what, Predicate<JsonNode> wanted) {
        return Eventually.seen(what, () -> json("/health"), wanted);
    }

    public JsonNode awaitStatus(String status) {
        return awaitHealth(status, health -> health.path("status").asText().equals(status));
    }

    /// Waits for one backend's status.
    public JsonNode awaitBackend(String name, String status) {
        return Eventually.seen(
                name + " " + status,
                () -> json("/v1/backends/" + name),
                backend -> backend.path("status").asText().equals(status));
    }

    /// One of the user's other commands, against this server.
    public Printed nexus(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--url", url));
        var printed = new Transcript();
        var complaints = new Transcript();
        int code = Main.run(arguments.toArray(String[]::new), printed.stream(), complaints.stream(), Map.of());
        return new Printed(code, printed.text(), complaints.text());
    }

    /// What a command did.
    public record Printed(int code, String out, String err) {}

    /// Ends it as Ctrl+C would, and holds that it ended well.
    @Override
    public void close() {
        thread.interrupt();
        Eventually.seen("the end of nexus serve", thread::isAlive, alive -> !alive);
        client.close();
        assertEquals(0, exitCode.get(), err.text());
    }
}
