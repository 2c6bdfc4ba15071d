package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import nexus.app.config.ServerConfig;
import org.junit.jupiter.api.Test;

class OwnQuestionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aServerThatAnswersIsAlive() {
        for (String host : new String[] {"127.0.0.1", "0.0.0.0"}) {
            try (var server = Operated.start(new ServerConfig(host, 0, 1), Fleets.mixed())) {
                assertTrue(server.isAnswering(PATIENCE), host);
            }
        }
    }

    @Test
    void oneThatOnlyAcceptsIsNot() throws Exception {
        try (var mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress(mute.getInetAddress(), mute.getLocalPort());

            assertFalse(OwnQuestion.isAnswered(address, Duration.ofMillis(50)));
        }
    }

    @Test
    void oneThatIsClosedIsNot() {
        var server = Operated.start(new ServerConfig("127.0.0.1", 0, 1), Fleets.mixed());
        server.close();

        assertFalse(server.isAnswering(PATIENCE));
    }
}
