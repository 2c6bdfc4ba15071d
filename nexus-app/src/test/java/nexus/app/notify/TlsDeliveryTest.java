package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nexus.app.config.QuietHours;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.config.Samples;
import nexus.app.exchange.Buffers;
import nexus.app.exchange.Certificates;
import nexus.app.exchange.Lines;
import nexus.app.exchange.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsDeliveryTest {

    private static final String ALIAS = "hook";

    @TempDir
    private Path folder;

    @Test
    void aReceiverIsTrustedByItsCaFileAlone() throws Exception {
        var certificates = new Certificates(folder).with(ALIAS, "-ext", "SAN=ip:127.0.0.1");
        try (var hook = Hook.start(certificates.server(ALIAS).getServerSocketFactory())) {
            String url = "https://127.0.0.1:" + hook.port() + "/s3cret-path";

            assertEquals(new Outcome.Delivered(200), sent(url, Optional.of(certificates.pem(ALIAS))));
            assertEquals(
                    "POST /s3cret-path HTTP/1.1", hook.requests().getFirst().line());

            String strange = sent(url, Optional.empty()).toString();
            assertTrue(strange.contains("no TLS connection to 127.0.0.1 port"), strange);
            assertTrue(strange.contains("set ca_file"), strange);
            assertEquals(1, hook.requests().size());
        }
    }

    @Test
    void aCaFileThatIsGoneIsTriedAgain() throws Exception {
        Path gone = folder.resolve("gone.pem");
        assertTrue(Files.notExists(gone));

        String failed = sent("https://127.0.0.1:1/", Optional.of(gone)).toString();

        assertTrue(failed.startsWith("Failed") && failed.contains("gone.pem cannot be read"), failed);
    }

    private static Outcome sent(String url, Optional<Path> caFile) {
        var usual = Samples.receiver("ops", url, ReceiverShape.JSON);
        var receiver = new ReceiverConfig(
                usual.name(),
                usual.url(),
                usual.shape(),
                usual.credential(),
                usual.scope(),
                usual.topics(),
                usual.group(),
                usual.remind(),
                QuietHours.NEVER,
                Duration.ofSeconds(20),
                caFile);
        var lines = new Lines(new Names(_ -> List.of(), System::nanoTime), new Buffers(1 << 20), System::nanoTime);
        var post = Shape.of(receiver).posts(Message.test(Story.START)).getFirst();
        return new Delivery(receiver, lines, "nexus/test", InstantSource.system()).carry(post, "id");
    }
}
