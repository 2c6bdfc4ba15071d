package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void itSaysWhereItListensThenWhatToTryThenTheTroubles() throws Exception {
        try (var served = Served.nexus("demo", "--port", "0")) {
            String ready = served.out.next();
            String url = ready.replaceFirst(".*(http://127\\.0\\.0\\.1:\\d+) \\(backends: \\d+\\)", "$1");

            assertEquals("Try, in another terminal:", served.out.next());
            assertTrue(served.out.next().contains("health --url " + url), url);
            assertTrue(served.out.next(line -> line.startsWith("demo: ")).contains("Loading model"));
            assertEquals(0, served.end());
        }
    }

    @Test
    void aPortThatWasAskedForIsNotExchangedForAnother() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ran = Ran.nexus("demo", "--port", Integer.toString(other.getLocalPort()));

            assertEquals(2, ran.code());
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void aPortOutOfRangeIsWrongUsage() {
        assertEquals(
                new Ran(2, "", "nexus: --port is 0 to 65535 (see 'nexus demo --help')\n"),
                Ran.nexus("demo", "--port", "65536"));
    }
}
