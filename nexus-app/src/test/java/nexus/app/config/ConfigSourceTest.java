package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourceTest {

    private static final String FILE = """
            [health_check]
            interval_seconds = 10
            timeout_seconds = 2
            down_interval_seconds = 60
            """ + Given.BACKEND;

    private static final BackendEntry NEW = BackendEntry.of("new", "http://new:1", "llama.cpp");

    @TempDir
    Path folder;

    @Test
    void anAddedBackendTakesTheFilesDefaults() throws IOException {
        var source = source(FILE);

        BackendConfig made = source.complete(NEW.with("interval_seconds", 5).with("priority", 1), source.read());

        var fromFile = Given.config(FILE + """
                [[backends]]
                name = "new"
                url = "http://new:1"
                type = "llamacpp"
                interval_seconds = 5
                priority = 1
                """).backends().getLast();
        assertEquals(fromFile.withSource(BackendSource.ADDED), made);
        assertEquals(Duration.ofSeconds(5), made.timing().transition());
        assertEquals(Duration.ofSeconds(60), made.timing().down());
    }

    @Test
    void everyProblemOfAnEntryIsSaidAtOnce() throws IOException {
        var source = source(FILE);
        var base = source.read();
        var wrong = new BackendEntry(Map.of("url", "ftp://x", "prioritty", 1, "labels", Map.of("", "x")));

        var refused = assertThrows(ConfigException.class, () -> source.complete(wrong, base));

        assertEquals(
                Set.of(
                        "request: url: a URL starts with http:// or https://, found \"ftp://x\"",
                        "request: prioritty: unknown key; did you mean \"priority\"?",
                        "request: labels: a label's name has 1 to 64 characters",
                        "request: name: is missing",
                        "request: type: is missing"),
                Set.copyOf(refused.getMessage().lines().toList()));
    }

    @Test
    void aHeadersValueMustComeFromAVariable() throws IOException {
        var source = source(FILE);
        var base = source.read();

        BackendConfig made = source.complete(NEW.with("headers", Map.of("X-Token", "env:TOKEN")), base);
        assertEquals("secret", made.headers().getFirst().value().reveal());

        var refused = assertThrows(
                ConfigException.class, () -> source.complete(NEW.with("headers", Map.of("X-Token", "s3cret")), base));
        assertTrue(refused.getMessage().startsWith("request: headers.X-Token: expected \"env:NAME\""));
        assertFalse(refused.getMessage().contains("s3cret"));
    }

    @Test
    void aStoredEntrysProblemNamesTheStateFilesLine() throws Exception {
        var source = source(FILE);
        var state = Files.writeString(folder.resolve("nexus.state.toml"), """
                [[backends]]
                name = "x"
                url = "http://x"
                type = "vllm"

                [[backends]]
                name = "x"
                url = "http://x"
                type = "nope"
                headers = { X-A = "b" }
                """);
        NexusConfig base = source.read();
        RuntimeChanges changes = source.stateFile(base).orElseThrow().read();

        var refused = assertThrows(ConfigException.class, () -> source.compose(base, changes, List.of()));

        assertEquals(
                List.of(
                        state + ":7:1: backends[1].name: \"x\" is taken: the backend at line 2 has this name",
                        state
                                + ":9:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"nope\"; plugins are loaded when Nexus starts",
                        state
                                + ":10:1: backends[1].headers.X-A: expected \"env:NAME\": what is added at run time takes a"
                                + " header's value from a variable, so that no secret is written to the state file (the"
                                + " value is not shown)"),
                refused.getMessage().lines().toList());
    }

    @Test
    void theFleetIsTheFilesWithoutTheRemovedThenTheAddedThenTheDiscovered() throws Exception {
        var source = source(FILE + Given.BACKEND.replace("\"a\"", "\"b\"") + Given.BACKEND.replace("\"a\"", "\"c\""));
        NexusConfig base = source.read();
        var found =
                BackendConfig.of("found", BackendUrl.parse("http://f"), "vllm").withSource(BackendSource.DISCOVERED);
        var changes = source.stateFile(base)
                .orElseThrow()
                .write(RuntimeChanges.NONE
                        .withAdded(BackendEntry.of("a", "http://other", "vllm"))
                        .withAdded(NEW)
                        .withAdded(BackendEntry.of("b", "http://new-b", "vllm"))
                        .withRemoved("b")
                        .withRemoved("gone")
                        .withDrained("c")
                        .withDrained("not-here"));

        Composition whole = source.compose(
                base,
                changes,
                List.of(
                        found,
                        BackendConfig.of("gone", BackendUrl.parse("http://g"), "vllm"),
                        BackendConfig.of("new", BackendUrl.parse("http://h"), "vllm"),
                        BackendConfig.of("same-url", BackendUrl.parse("http://gpu-1:8001"), "vllm")));

        assertEquals(
                List.of("a configured", "c configured", "new added", "b added", "found discovered"),
                whole.fleet().stream()
                        .map(backend -> backend.name() + " " + backend.source().text())
                        .toList());
        assertEquals(Set.of("c"), whole.drained());
        assertEquals(
                List.of("backend \"a\" was added at run time, but stands in " + folder.resolve("nexus.toml")
                        + ":6 too: that one counts"),
                whole.notes());
    }

    @Test
    void theOriginOfAnAddedBackendsSettingIsItsLineInTheStateFile() throws Exception {
        var source = source(FILE);
        NexusConfig base = source.read();
        var unwritten = RuntimeChanges.NONE.withAdded(NEW);
        var written = source.stateFile(base).orElseThrow().write(unwritten);

        assertEquals(
                new Origin(Origin.Kind.STATE, folder.resolve("nexus.state.toml") + ":7"),
                source.compose(base, written, List.of()).origins().of("new", "url"));
        assertEquals(
                new Origin(Origin.Kind.STATE, "added while Nexus runs"),
                source.compose(base, unwritten, List.of()).origins().of("new", "url"));
        assertEquals(
                new Origin(Origin.Kind.FILE, folder.resolve("nexus.toml") + ":3"),
                source.compose(base, written, List.of()).origins().of("new", "timeout_seconds"));
    }

    @Test
    void theStateFileStandsBesideTheConfigurationUnlessItIsNamed() throws IOException {
        var source = source(FILE + "[server]\nstate_file = \"../s.toml\"");

        assertEquals(
                folder.resolve("../s.toml").normalize(),
                source.stateFile(source.read()).orElseThrow().path());
        assertEquals(
                Path.of("etc/fleet.conf.state.toml"),
                of(Path.of("etc/fleet.conf"))
                        .stateFile(Given.config(""))
                        .orElseThrow()
                        .path());
        assertEquals(
                Optional.empty(),
                new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), Map.of()).stateFile(Given.config("")));
    }

    @Test
    void aTextIsReadAsIfItStoodInTheFilesPlace() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), TestCertificate.PEM);
        var source = source("");

        var config = source.read(Given.BACKEND + "tls = { ca_file = \"ca.pem\" }");

        assertEquals(
                Optional.of(folder.resolve("ca.pem")),
                config.backends().getFirst().tls().caFile().map(CaFile::path));
        assertEquals(
                folder.resolve("nexus.toml") + ":1:1: x: unknown key; known here: server, health_check, discovery,"
                        + " history, logging, notify, backends",
                assertThrows(ConfigException.class, () -> source.read("x = 1")).getMessage());
    }

    @Test
    void withoutAFileThereIsNothingToReadAgain() {
        var source = new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), Map.of());

        assertEquals(
                "nexus: runs without a configuration file: there is none to read",
                assertThrows(ConfigException.class, source::read).getMessage());
    }

    private ConfigSource source(String text) throws IOException {
        return of(Files.writeString(folder.resolve("nexus.toml"), text));
    }

    private static ConfigSource of(Path file) {
        return new ConfigSource(Optional.of(file), Overrides.NONE, Map.of("TOKEN", "secret"), Given.TYPES);
    }
}
