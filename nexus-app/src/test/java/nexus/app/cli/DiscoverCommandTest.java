package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoverCommandTest {

    @TempDir
    Path folder;

    private StubServer server;
    private String port;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
        port = server.url().replaceFirst(".*:", "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void listsModels() {
        server.answers(
                "/v1/models",
                "{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"owned_by\":\"vllm\"},{\"id\":\"b\",\"owned_by\":\"vllm\"}]}");
    }

    @Test
    void whatIsFoundIsATableAndTomlToPaste() {
        listsModels();

        var ran = Ran.nexus("discover", "--port", port);

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("│ vllm │ " + server.url() + " │ "), ran.out());
        assertTrue(ran.out().contains("│ a, b   │ /v1/models lists models as vllm does │"), ran.out());
        assertTrue(ran.out().endsWith("""
                # for nexus.toml; 'nexus config init --discover' writes a whole one
                [[backends]] # /v1/models lists models as vllm does
                name = "vllm"
                url = "%s"
                type = "vllm"
                """.formatted(server.url())), ran.out());
    }

    @Test
    void nothingFoundSaysWhatWasAskedAndWhatToDo() {
        var ran = Ran.nexus("discover", "--port", port);

        assertEquals(1, ran.code(), ran.err());
        var lines = ran.out().lines().toList();
        assertEquals("No LLM server found: asked port " + port + " on this machine.", lines.get(0));
        assertEquals(
                server.url() + " is not recognised: /v1/models answers 404, /api/tags answers 404, /health answers 404",
                lines.get(1));
        assertTrue(ran.out().contains("--network 192.168.1.0/24"), ran.out());
    }

    @Test
    void jsonTellsTheSame() {
        listsModels();

        var ran = Ran.nexus("discover", "--json", "--port", port);

        assertEquals(0, ran.code(), ran.err());
        var json = Json.read(ran.out().getBytes()).orElseThrow();
        assertEquals("vllm", json.at("servers").items().getFirst().text("type"));
        assertEquals(server.url(), json.at("servers").items().getFirst().text("url"));
        assertEquals(
                2, json.at("servers").items().getFirst().at("models").items().size());
        assertEquals(2, json.number("asked"));
    }

    @Test
    void aNetworkIsAskedAddressByAddress() {
        listsModels();

        var ran = Ran.nexus("discover", "--port", port, "--network", "127.0.0.0/29");

        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                1, ran.out().lines().filter(line -> line.startsWith("url = ")).count(), ran.out());
    }

    @Test
    void withoutAValueTheNetworksOfTheFileAreAsked() throws Exception {
        Path none = Files.writeString(folder.resolve("none.toml"), "");
        Path some = Files.writeString(folder.resolve("some.toml"), "[discovery]\nnetworks = [\"127.0.0.0/30\"]\n");

        var empty = Ran.nexus("discover", "--network", "--port", port, "-c", none.toString());
        var asked = Ran.nexus("discover", "--network", "--port", port, "-c", some.toString());

        assertEquals(
                new Ran(2, "", "nexus: --network without a value: [discovery] networks is empty in " + none + "\n"),
                empty);
        assertEquals(1, asked.code(), asked.err());
        assertTrue(asked.out().contains("port " + port + " on this machine and in 127.0.0.0/30."), asked.out());
    }

    /// Whoever announces himself in the network of the machine that tests, this server stays found.
    @Test
    void announcementsAreAskedForBesideThePorts() {
        listsModels();

        var ran = Ran.nexus("discover", "--mdns", "--port", port);

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("url = \"" + server.url() + "\""), ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network 8.8.8.0/24 | not a private network",
                "--network 10.0.0.0/8 | at most a /20",
                "--port 0             | a port is 1 to 65535",
                "--timeout -1         | --timeout takes seconds above 0",
                "--timeout NaN        | --timeout takes seconds above 0",
            })
    void whatCantBeAskedIsWrongUsage(String args, String reason) {
        var ran = Ran.nexus(("discover " + args).split(" "));

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(reason), ran.err());
        assertEquals(1, ran.err().lines().count());
    }

    @Test
    void initWritesWhatIsFoundInPlaceOfTheExample() throws Exception {
        listsModels();
        Path file = folder.resolve("n.toml");

        var ran = Ran.nexus("config", "init", "--discover", "--port", port, file.toString());

        assertEquals(
                new Ran(
                        0,
                        "wrote " + file + "; backends found: 1; look them over, then: nexus serve -c " + file + "\n",
                        ""),
                ran);
        assertTrue(Files.readString(file).contains("url = \"" + server.url() + "\""));
        assertEquals(
                new Ran(0, file + ": fine (backends: 1)\n", ""), Ran.nexus("config", "check", "-c", file.toString()));
    }

    @Test
    void initWithNothingFoundKeepsTheExample() throws Exception {
        Path file = folder.resolve("n.toml");

        var ran = Ran.nexus("config", "init", "--discover", "--port", port, file.toString());

        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("no server was found: put your backends into it"), ran.out());
        assertTrue(Files.readString(file).contains("local-ollama"));
    }

    @Test
    void initAsksNobodyWhenTheFileExists() throws Exception {
        Path file = Files.writeString(folder.resolve("n.toml"), "mine");

        assertEquals(
                2,
                Ran.nexus("config", "init", "--discover", "--port", port, file.toString())
                        .code());
        assertEquals(0, server.asked().size());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void optionsOfADiscoveryGoWithOne() {
        assertEquals(
                2,
                Ran.nexus("config", "init", "--port", port, folder.resolve("n").toString())
                        .code());
    }
}
