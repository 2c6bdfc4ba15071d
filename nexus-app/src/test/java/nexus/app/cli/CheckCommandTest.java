package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    @TempDir
    Path folder;

    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHealthyBackendIsToldWithItsPhasesAndModels() {
        server.answers(
                "/v1/models",
                "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"object\":\"model\",\"max_model_len\":32768}]}");

        var ran = Ran.nexus("check", server.url(), "--type", "openai");

        assertEquals(0, ran.code(), ran.err());
        assertEquals("""
                backend  %s (openai): healthy in # ms
                  phases  #
                  models  1
                          Qwen/Qwen3-8B  (context 32768)
                """.formatted(server.url()), withoutTimes(ran.out()));
    }

    @Test
    void aFailureIsToldWithCauseAndFix() {
        server.answers("/v1/models", 500, "{}");

        var ran = Ran.nexus("check", server.url(), "--type", "generic");

        assertEquals(1, ran.code(), ran.err());
        var lines = ran.out().lines().toList();
        assertEquals("backend  " + server.url() + " (generic): unhealthy", lines.get(0));
        assertEquals("  error   HttpError(500)", lines.get(1));
        assertTrue(lines.get(2).startsWith("  cause   "), ran.out());
        assertTrue(lines.get(3).startsWith("  fix     "), ran.out());
        assertEquals("  seen    status 500, 2 bytes: {}", lines.get(4));
        assertTrue(lines.get(5).startsWith("  phases  "), ran.out());
        assertEquals(6, lines.size(), ran.out());
    }

    @Test
    void aLongListIsCutAndCounted() {
        String entries = IntStream.range(0, 25)
                .mapToObj(i -> "{\"id\":\"m" + i + "\",\"object\":\"model\"}")
                .collect(Collectors.joining(","));
        server.answers("/v1/models", "{\"object\":\"list\",\"data\":[" + entries + "]}");

        var ran = Ran.nexus("check", server.url(), "--type", "openai");

        assertEquals("  models  25", ran.out().lines().skip(2).findFirst().orElseThrow());
        assertEquals(
                "          and 5 more", ran.out().lines().reduce((a, b) -> b).orElseThrow());
    }

    @Test
    void aFileIsCheckedInItsOrderWithoutTheDisabledOnes() throws Exception {
        server.answers("/v1/models", "{\"object\":\"list\",\"data\":[]}");
        String backend = "[[backends]]\nname = \"%s\"\nurl = \"" + server.url() + "\"\ntype = \"%s\"\nenabled = %s\n";
        Path file = Files.writeString(
                folder.resolve("n.toml"),
                backend.formatted("good", "openai", true)
                        + backend.formatted("off", "openai", false)
                        + backend.formatted("bad", "ollama", true));

        var ran = Ran.nexus("check", "-c", file.toString());

        assertEquals(1, ran.code(), ran.err());
        var heads = ran.out().lines().filter(line -> !line.startsWith(" ")).toList();
        assertEquals(2, heads.size(), ran.out());
        assertTrue(heads.get(0).startsWith("good  " + server.url() + " (openai): healthy in "), ran.out());
        assertEquals("bad  " + server.url() + " (ollama): unhealthy", heads.get(1));
    }

    @Test
    void withoutATypeItIsFoundOutAndTold() {
        server.answers("/v1/models", "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"owned_by\":\"vllm\"}]}");

        var ran = Ran.nexus("check", server.url());

        assertEquals(0, ran.code(), ran.err());
        var lines = ran.out().lines().toList();
        assertEquals("type: vllm (/v1/models lists models as vllm does)", lines.get(0));
        assertTrue(lines.get(1).startsWith("backend  " + server.url() + " (vllm): healthy in "), ran.out());
    }

    @Test
    void aServerThatDoesNotAnswerIsCheckedAllTheSame() {
        server.close();

        var ran = Ran.nexus("check", server.url());

        assertEquals(1, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("type: not known, no answer came; checked as generic\n"), ran.out());
        assertTrue(ran.out().contains("ConnectionFailed"), ran.out());
    }

    @Test
    void aTypeThatCantBeFoundOutIsAskedFor() {
        assertEquals(
                new Ran(
                        2,
                        "",
                        "nexus: " + server.url() + " is not recognised: /v1/models answers 404, /api/tags answers 404, "
                                + "/health answers 404; name its type with --type, one of: exo, generic, llamacpp, "
                                + "lmstudio, ollama, openai, vllm\n"),
                Ran.nexus("check", server.url()));
    }

    @Test
    void asJsonItIsTheExplanationOfOneBackend() {
        server.answers("/v1/models", 500, "{}");

        var ran = Ran.nexus("check", server.url(), "--type", "generic", "--json");

        assertEquals(1, ran.code(), ran.err());
        var json = Json.read(ran.out().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals("unhealthy", json.text("status"));
        assertEquals("backend is unhealthy: HttpError(500)", json.text("summary"));
        assertEquals("{}", json.at("last_check").at("seen").text("text"));
        assertFalse(json.has("streak") || json.has("since"), ran.out());
    }

    @Test
    void theSettingsOfAFailedOneAreToldWithTheirLines() throws Exception {
        server.answers("/v1/models", 500, "{}");
        Path file = Files.writeString(folder.resolve("n.toml"), """
                [[backends]]
                name = "bad"
                url = "%s"
                type = "openai"
                timeout_seconds = 2.5
                """.formatted(server.url()));

        var json = Ran.nexus("check", "-c", file.toString(), "--json");
        var text = Ran.nexus("check", "-c", file.toString());

        var list = Json.read(json.out().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals("list", list.text("object"));
        assertEquals("bad", list.at("data").items().getFirst().text("name"));
        assertTrue(text.out().contains("  config  timeout_seconds = 2.5  "), text.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check http://x --type vlm  | no probe has the type 'vlm', there are: exo, generic, llamacpp, lmstudio, ollama,"
                        + " openai, vllm",
                "check x:1 --type vllm      | a URL starts with http:// or https://",
                "check http://u:p@h --type vllm | a URL carries no user info; use api_key_env or headers",
                "check http://x -c f --type vllm | give either a URL or -c FILE (see 'nexus check --help')",
                "check --type vllm          | --type goes with a URL (see 'nexus check --help')",
            })
    void wrongUsageIsOneLine(String args, String line) {
        assertEquals(new Ran(2, "", "nexus: " + line + "\n"), Ran.nexus(args.split(" ")));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("healthy in [0-9.]+ ms", "healthy in # ms")
                .replaceAll("phases  (\\w+ [0-9.]+, )*\\w+ [0-9.]+ ms(, mostly [\\w ]+)?", "phases  #");
    }
}
