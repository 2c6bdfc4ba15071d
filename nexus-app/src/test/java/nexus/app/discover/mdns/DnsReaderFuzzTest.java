package nexus.app.discover.mdns;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;

class DnsReaderFuzzTest {

    private static final InetAddress FROM = InetAddress.ofLiteral("10.0.0.1");

    /// Whatever comes, it ends, throws nothing, and what is asked next fits a packet.
    @FuzzTest
    void anyPacket(byte[] packet) {
        var neighbourhood = new Neighbourhood((address, from) -> true);
        neighbourhood.hear(packet, packet.length, FROM);
        neighbourhood.services();

        assertTrue(neighbourhood.question().length <= 1500);
    }
}
