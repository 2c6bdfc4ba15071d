package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.config.DiscoveryConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.LoggingConfig;
import nexus.app.config.NexusConfig;
import nexus.app.config.ServerConfig;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.Test;

class NexusTest {

    private final OutputStream log = new ByteArrayOutputStream();

    @Test
    void readyIsCalledWithThePortThatAnswers() throws Exception {
        var told = new AtomicInteger();
        try (var nexus = Nexus.start(config("127.0.0.1", 0), Probes.of(), log, ready -> told.set(ready.port()));
                var client = new Socket("127.0.0.1", nexus.port())) {
            assertNotEquals(0, told.get());
            assertEquals(told.get(), nexus.port());
            assertTrue(client.isConnected());
            assertEquals("http://127.0.0.1:" + nexus.port(), nexus.url());
        }
    }

    @Test
    void closingEndsTheServerAndTwiceIsHarmless() {
        var nexus = Nexus.start(config("127.0.0.1", 0), Probes.of(), log, unused -> {});

        nexus.close();
        nexus.close();
        nexus.await();

        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", nexus.port()).close());
    }

    @Test
    void aTakenPortIsKnownAsThat() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var failure = assertThrows(
                    StartException.class,
                    () -> Nexus.start(config("127.0.0.1", other.getLocalPort()), Probes.of(), log, unused -> {}));

            assertTrue(failure.isPortTaken());
            assertEquals("", log.toString());
        }
    }

    @Test
    void aHostThatIsNoneOfThisMachinesIsNoTakenPort() {
        var failure = assertThrows(
                StartException.class,
                () -> Nexus.start(config("no.such.host.invalid", 0), Probes.of(), log, unused -> {}));

        assertFalse(failure.isPortTaken());
    }

    @Test
    void theVersionIsTheBuilds() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8);

        assertTrue(pom.contains("<version>" + Version.TEXT + "</version>"), Version.TEXT);
    }

    private static NexusConfig config(String host, int port) {
        return new NexusConfig(
                new ServerConfig(host, port, 1),
                HealthCheckConfig.DEFAULT,
                DiscoveryConfig.DEFAULT,
                LoggingConfig.DEFAULT,
                List.of());
    }
}
