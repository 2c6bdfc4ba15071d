package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    private static final String BACKEND = """
            [[backends]]
            name = "a"
            url = "http://127.0.0.1:9"
            type = "vllm"
            """;

    @TempDir
    Path folder;

    @Test
    void oneLineSaysThatItIsReadyAndInterruptingEndsItWell() throws Exception {
        try (var served = Served.nexus("serve", "-c", file(BACKEND), "--port", "0")) {
            String line = served.out.next();

            assertTrue(line.matches("Nexus listens on http://127\\.0\\.0\\.1:[1-9]\\d* \\(backends: 1\\)"), line);
            assertTrue(served.err.next().contains(" INFO  nexus: started version=\"0.1.0\" url=\"http://127.0.0.1:"));
            assertEquals(0, served.end());
            assertTrue(served.err.next(text -> text.endsWith("stopped")).endsWith(" INFO  nexus: stopped"));
        }
    }

    @Test
    void theClientCommandsFindItByItsFile() throws Exception {
        String toml = "[server]\nport = " + freePort() + "\n" + BACKEND;
        try (var served = Served.nexus("serve", "--no-health-check", "-c", file(toml))) {
            served.out.next();

            var ran = Ran.nexus("health", "-c", file(toml));

            assertEquals(1, ran.code(), ran.err());
            assertEquals(
                    "│ a       │ ?      │ -      │",
                    ran.out().lines().skip(10).findFirst().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[health_check]\\nenabled = false | INFO  health: health checks are disabled, every backend stays unknown",
                "[discovery]\\nenabled = true | INFO  discovery: listening for servers that announce themselves by mDNS",
                "[server] | WARN  health: no backends are configured, the fleet is unhealthy",
            })
    void whatAReaderMayNotExpectIsSaidOnce(String toml, String notice) throws Exception {
        String[] args = {"serve", "--port", "0", "-c", file(toml.replace("\\n", "\n"))};
        try (var served = Served.nexus(args)) {
            assertEquals(notice, withoutTime(served.err.next(line -> !line.contains("nexus: started"))));
        }
    }

    @Test
    void aTakenPortIsOneLineWithAWordAboutVllm() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ran = Ran.nexus("serve", "-c", file(""), "--port", Integer.toString(other.getLocalPort()));

            assertEquals(2, ran.code());
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().contains("127.0.0.1:" + other.getLocalPort() + ": the port is taken"), ran.err());
        }
    }

    @Test
    void withoutAFileItNamesTheTwoWaysOn() {
        assertEquals(
                new Ran(
                        2,
                        "",
                        "nexus: there is no ./nexus.toml: write one with 'nexus config init', name one with "
                                + "-c FILE, or see it all without one by 'nexus demo'\n"),
                Ran.nexus("serve"));
    }

    @Test
    void everyProblemOfTheFileIsALineThatStartsWithItsPlace() throws Exception {
        String file = file("[server]\nport = 70000\nhots = \"x\"\n");

        var ran = Ran.nexus("serve", "-c", file);

        assertEquals(2, ran.code());
        assertEquals(2, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith(file + ":2:"), ran.err());
        assertTrue(ran.err().contains("\n" + file + ":3:"), ran.err());
    }

    @Test
    void aFlagThatIsWrongIsNamed() throws Exception {
        var ran = Ran.nexus("serve", "-c", file(""), "--log-level", "loud");

        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("--log-level: "), ran.err());
    }

    private String file(String toml) throws Exception {
        return Files.writeString(folder.resolve("nexus.toml"), toml).toString();
    }

    private static String withoutTime(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
