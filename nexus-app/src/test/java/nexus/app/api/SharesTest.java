package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final Shares SHARES = new Shares(10, 8, 3);

    private final List<Accepted> open = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;

    @AfterEach
    void close() {
        open.forEach(Accepted::cut);
    }

    @Test
    void whileAllHaveRoomNobodyHasToGo() throws IOException {
        come("10.0.0.1", 3);
        come("10.0.0.2", 3);
        come("127.0.0.1", 3);

        assertEquals(Optional.empty(), SHARES.surplus(open, come("10.0.0.3")));
    }

    @Test
    void whoTakesMoreThanItsShareLosesTheOneThatWaitedLongest() throws IOException {
        come("10.0.0.2", 1);
        var oldest = come("10.0.0.1");
        come("10.0.0.1", 2);

        var newcomer = come("10.0.0.1");

        assertSame(oldest, SHARES.surplus(open, newcomer).orElseThrow());
    }

    @Test
    void theProgramsOfThisMachineShareOne() throws IOException {
        var oldest = come("127.0.0.1");
        come("::1", 3);
        come("127.0.0.2", 4);

        assertSame(oldest, SHARES.surplus(open, come("127.0.0.3")).orElseThrow());
    }

    @Test
    void inAFullHouseThePeerWithTheMostGivesOne() throws IOException {
        come("10.0.0.1", 2);
        var oldest = come("127.0.0.1");
        come("127.0.0.1", 7);

        assertSame(oldest, SHARES.surplus(open, come("10.0.0.2")).orElseThrow());
    }

    private void come(String peer, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            come(peer);
        }
    }

    private Accepted come(String peer) throws IOException {
        var one = new Accepted(SocketChannel.open(), PeerNetwork.of(InetAddress.getByName(peer)), now++);
        open.add(one);
        return one;
    }
}
