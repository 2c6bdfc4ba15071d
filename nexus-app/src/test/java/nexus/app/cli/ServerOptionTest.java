package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionTest {

    @TempDir
    Path folder;

    @Test
    void noServerIsOneLineWithTheAddressTried() throws IOException {
        String url = "http://127.0.0.1:" + freePort();

        assertEquals(
                new Ran(
                        3,
                        "",
                        "nexus: no Nexus answers at " + url + " (Connection refused): start it with "
                                + "'nexus serve', or give its address with --url or NEXUS_URL\n"),
                Ran.nexus("health", "--url", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "models", "backends list", "health --json"})
    void anotherServerIsToldFromNexus(String command) throws IOException {
        try (var vllm = new StubServer()
                .answers("/health", "")
                .answers("/v1/models", "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\"}]}")) {
            var ran = Ran.nexus(Map.of("NEXUS_URL", vllm.url()), command.split(" "));

            assertEquals(3, ran.code());
            assertEquals(
                    "nexus: what answers at " + vllm.url() + " is not Nexus (status N): give Nexus's address with"
                            + " --url or NEXUS_URL\n",
                    ran.err().replaceFirst("status [0-9]+", "status N"));
        }
    }

    @Test
    void theFlagBeatsTheEnvironmentAndTheEnvironmentBeatsTheFile() throws IOException {
        try (var file = new StubServer();
                var env = new StubServer();
                var flag = new StubServer()) {
            Path toml = Files.writeString(folder.resolve("n.toml"), "[server]\nport = " + file.port() + "\n");
            var variables = Map.of("NEXUS_URL", env.url());

            Ran.nexus(variables, "health", "--url", flag.url(), "-c", toml.toString());
            Ran.nexus(variables, "health", "-c", toml.toString());
            Ran.nexus("health", "-c", toml.toString());

            assertEquals(1, flag.asked().size());
            assertEquals(1, env.asked().size());
            assertEquals(1, file.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://h", "http://", "http://h\u001b[2J", "x y"})
    void anAddressThatIsNoneIsWrongUsage(String url) {
        var ran = Ran.nexus("health", "--url", url);

        assertEquals(2, ran.code());
        assertEquals(
                "nexus: --url is not an address like http://127.0.0.1:8000",
                ran.err().substring(0, ran.err().indexOf(": '")));
        assertEquals(-1, ran.err().indexOf('\u001b'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:pw@h", "user:pw@h", "http://user:p w@h"})
    void userInfoOfAnAddressIsNotShown(String url) {
        assertEquals(
                new Ran(
                        2,
                        "",
                        "nexus: --url is not an address like http://127.0.0.1:8000: it has user info (not shown)\n"),
                Ran.nexus("health", "--url", url));
    }

    @Test
    void aNamedFileThatIsMissingIsWrongUsage() {
        Path missing = folder.resolve("missing.toml");

        assertEquals(
                new Ran(2, "", "nexus: " + missing + ": no such file\n"),
                Ran.nexus("health", "-c", missing.toString()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
