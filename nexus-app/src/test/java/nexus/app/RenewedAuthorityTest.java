package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import nexus.app.exchange.Certificates;
import nexus.app.exchange.OneServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A `ca_file` that keeps its name and gets another content, while the whole program runs.
class RenewedAuthorityTest {

    private static final String LIST = "{\"data\":[{\"id\":\"m\"}]}";
    private static final OneServer.Script ANSWERS = talk -> {
        talk.heard();
        talk.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + LIST.length() + "\r\n\r\n"
                + LIST);
    };

    @TempDir
    private Path folder;

    @Test
    void aReloadTakesUpWhatTheFileHoldsNowAndForgetsWhomItHeldBefore() throws Exception {
        var certificates = new Certificates(folder)
                .with("first", "-ext", "SAN=ip:127.0.0.1")
                .with("second", "-ext", "SAN=ip:127.0.0.1");
        var listening = certificates
                .server("first")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        holds(certificates.pem("first"));
        try (var server = new OneServer(listening, ANSWERS);
                var nexus = RunningNexus.serve(folder, toml(server.port()), Map.of())) {
            nexus.awaitBackend("gpu", "healthy");

            holds(certificates.pem("second"));
            String plan = nexus.nexus("plan").out();
            assertTrue(plan.contains("ca.pem\" -> its certificates changed, starts again as unknown"), plan);
            assertEquals(0, nexus.nexus("reload").code());
            var backend = nexus.awaitBackend("gpu", "unhealthy");
            assertEquals("TlsError", backend.at("/last_check/error/kind").asText(), backend.toString());

            holds(certificates.pem("first"));
            assertEquals(0, nexus.nexus("reload").code());
            nexus.awaitBackend("gpu", "healthy");
            assertEquals("Reloaded: nothing changed.\n", nexus.nexus("reload").out());
        }
    }

    private void holds(Path authorities) throws Exception {
        Files.copy(authorities, folder.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String toml(int port) {
        return Toml.FAST + """

                [[backends]]
                name = "gpu"
                url = "https://127.0.0.1:%d"
                type = "openai"
                tls = { ca_file = "ca.pem" }
                """.formatted(port);
    }
}
