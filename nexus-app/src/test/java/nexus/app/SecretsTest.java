package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nexus.app.api.EveryPath;
import nexus.app.cli.EveryCommand;
import nexus.app.cli.Main;
import nexus.app.config.BackendEntry;
import nexus.app.config.ConfigLoader;
import nexus.app.config.Overrides;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.notify.Hook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No secret that Nexus was given comes out of it again, not even when a server sends it back: the whole program is
/// made to say all that it can, and what it said is searched for every part of what was planted.
class SecretsTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE");

    /// Then a command is taken for one that goes on for ever.
    private static final int ENDLESS_MILLIS = 3000;

    private static final String AUTHORIZED = "Authorization: Bearer " + Planted.ADMIN;

    private static final List<String> BODIES = List.of(
            "{\"url\":\"http://user:" + Planted.PASSWORD + "@127.0.0.1:1\",\"type\":\"vllm\"}",
            "{\"url\":\"http://127.0.0.1:1/?k=" + Planted.POSTED + "\",\"api_key_env\":\"" + Planted.POSTED + "\"}",
            "{\"url\":\"http://127.0.0.1:1\",\"api_key\":\"" + Planted.POSTED + "\"}",
            "{\"url\":\"http://127.0.0.1:1\",\"type\":\"vllm\",\"headers\":{\"X-A\":\"" + Planted.POSTED + "\"}}",
            "{\"url\":\"http://127.0.0.1:1\", " + Planted.POSTED,
            "[[backends]]\nname = \"n\"\ntype = \"vllm\"\nurl = \"http://u:" + Planted.PASSWORD
                    + "@h\"\nheaders = { A = \"" + Planted.POSTED + "\\n\" }\napi_key = \"" + Planted.POSTED + "\"\n",
            "[[backends]]\nname = \"echo-body\"\ntype = \"vllm\"\nurl = \"http://h\"\nheaders = { A = \""
                    + Planted.POSTED + "\" }\n",
            "[[backends]]\nname = " + Planted.POSTED + "\n");

    @TempDir
    private Path folder;

    private final Map<String, String> said = new LinkedHashMap<>();
    private List<StandIn> servers;
    /// Asked by commands that have no key for it: what it says it can't have from Nexus.
    private StandIn stranger;
    /// Sends back what receivers are sent.
    private Hook hook;

    @BeforeEach
    void start() {
        servers = Planted.servers();
        hook = Hook.start();
        stranger = StandIn.start("stranger", Behaviour.always(Reply.of("404 Not Found", "text/plain", "no")));
    }

    @AfterEach
    void stop() {
        servers.forEach(StandIn::close);
        stranger.close();
        hook.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretty", "json"})
    void nothingThatIsPlantedComesOut(String format) throws IOException {
        try (var nexus = RunningNexus.serve(folder, toml(format), Planted.ENV)) {
            for (var server : servers) {
                nexus.awaitBackend(server.name(), server.name().equals("echo-models") ? "healthy" : "unhealthy");
            }

            hook.await(3);

            // when everything is asked for and everything is tried
            requests(nexus.url());
            if (format.equals("pretty")) {
                commands(nexus.url());
            }
            Files.writeString(
                    folder.resolve("nexus.toml"),
                    Planted.changed(servers, format)
                            + Planted.receivers(hook.url()).replace("/echo", "/other-echo"));
            command(
                    "plan",
                    "--url",
                    nexus.url(),
                    "-c",
                    folder.resolve("nexus.toml").toString());
            command("plan", "-c", folder.resolve("nexus.toml").toString());
            Eventually.seen(
                    "a reload",
                    () -> command("reload", "--url", nexus.url()),
                    text -> !text.contains("too many changes"));
            said.put("log", nexus.log().text());
            said.put("output of serve", nexus.out().text());
        }

        // then none of it holds a part of a secret
        assertTrue(said.get("log").contains("HttpError(401)"), said.get("log"));
        assertTrue(said.get("reload --url URL").contains("header"), said.get("reload --url URL"));
        assertEquals(List.of(), Planted.found(said));
    }

    @Test
    void whatIsWrittenDownHoldsNoneThatCameFromTheEnvironmentOrTheFile() throws IOException {
        try (var nexus = RunningNexus.serve(folder, Planted.toml(servers, "pretty"), Planted.ENV)) {
            // Echoes the key alone: nobody can know that what was never sent to it is a secret.
            String url = server("echo-type").url();
            for (var line : List.of(
                    List.of("backends", "add", url, "--type", "vllm", "--name", "new", "--api-key-env", "CLOUD_KEY"),
                    List.of("backends", "drain", "echo-body"),
                    List.of("backends", "remove", "echo-text"))) {
                var words = new ArrayList<>(line);
                words.addAll(List.of(
                        "--url", nexus.url(), "-c", folder.resolve("nexus.toml").toString()));
                command(words.toArray(String[]::new));
            }
            nexus.awaitBackend("new", "unhealthy");
        }

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("nexus.toml")) {
                    said.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertTrue(said.values().stream().anyMatch(text -> text.contains("CLOUD_KEY")), said.toString());
        assertEquals(List.of(), Planted.found(said));
    }

    @Test
    void noValueShowsOneWhenItIsFormatted() throws IOException {
        Path file = Files.writeString(folder.resolve("n.toml"), toml("json"));
        var config = ConfigLoader.load(file, Overrides.NONE, Planted.ENV, Map.of("openai", "openai"));

        said.put("configuration", config.toString());
        said.put("server", config.server().toString());
        said.put("backend", config.backends().getFirst().toString());
        said.put("headers", config.backends().getFirst().headers().toString());
        said.put("receivers", config.receivers().toString());
        said.put("entry", new BackendEntry(Map.of("headers", Map.of("X", Planted.POSTED))).toString());

        assertEquals(List.of(), Planted.found(said));
    }

    @Test
    void aBugOfOursQuotesNothing() {
        var err = new Transcript();
        int code = Main.run(new String[] {"health"}, new Transcript().stream(), err.stream(), new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new IllegalArgumentException("illegal character in header value: " + Planted.KEY);
            }
        });

        assertEquals(70, code);
        assertEquals(List.of(), Planted.found(Map.of("crash", err.text())));
    }

    private StandIn server(String name) {
        return servers.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String toml(String format) {
        return Planted.toml(servers, format) + Planted.receivers(hook.url());
    }

    private void requests(String url) throws IOException {
        for (var pattern : EveryPath.all()) {
            String path = pattern.replace("{name}", "echo-body").replace("*", "echo-models");
            for (var method : METHODS) {
                String line = method + " " + path;
                request(url, line, AUTHORIZED, "");
                if (method.equals("POST") && !said.get(line).contains("method_not_allowed")) {
                    for (var body : BODIES) {
                        String type = body.startsWith("[") ? "application/toml" : "application/json";
                        request(url, line, AUTHORIZED + "\r\nContent-Type: " + type, body);
                    }
                }
            }
        }
        for (var authorization : List.of("Bearer " + Planted.POSTED, "Basic " + Planted.ADMIN, Planted.ADMIN)) {
            request(url, "POST /v1/config/reload", "Authorization: " + authorization, "");
        }
        request(url, "POST /v1/config/reload", "Origin: http://u:" + Planted.PASSWORD + "@h", "");
        request(url, "GET /v1/backends?status=" + Planted.POSTED + "&api_key=" + Planted.ADMIN, "X: y", "");
    }

    private void request(String url, String line, String headers, String body) throws IOException {
        String wire = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        String answer = Eventually.seen(
                "an answer to " + line, () -> Wire.answer(url, wire), text -> !text.startsWith("HTTP/1.1 429"));
        assertTrue(answer.startsWith("HTTP/1.1 "), line + ": " + answer);
        said.merge(line, answer, String::concat);
    }

    private void commands(String url) {
        String config = folder.resolve("nexus.toml").toString();
        String secretive = "http://user:" + Planted.PASSWORD + "@127.0.0.1:1";
        var values = List.of("echo-body", stranger.url(), secretive, "user:" + Planted.PASSWORD + "@h");
        EveryCommand.lines(config, url, values).forEach(line -> command(line.toArray(String[]::new)));
        servers.forEach(server -> command("why", server.name(), "--all", "--url", url));
        command("health", "--url", secretive);
        command("health", "--url", "user:" + Planted.PASSWORD + "@h");
        command("backends", "add", "http://127.0.0.1:1", "--api-key-env", Planted.POSTED, "--url", url, "-c", config);
    }

    /// Runs a command in a thread of its own: one that goes on for ever is interrupted.
    private String command(String... line) {
        var out = new Transcript();
        var running = Thread.ofPlatform().start(() -> Main.run(line, out.stream(), out.stream(), Planted.ENV));
        try {
            running.join(ENDLESS_MILLIS);
            running.interrupt();
            running.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        said.put(
                String.join(" ", line)
                        .replaceAll("http://127.0.0.1:\\d+", "URL")
                        .replace(Planted.PASSWORD, "PW")
                        .replace(Planted.POSTED, "P"),
                out.text());
        return out.text();
    }
}
