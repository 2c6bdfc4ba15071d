package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Our own trouble is told apart from the backend's, on a network that really has no local port left.
class OutOfPortsTest {

    private static final List<String> OWN_NETWORK = List.of("unshare", "-rn");
    private static final String FEW_PORTS =
            "ip link set lo up && echo 40000 40003 > /proc/sys/net/ipv4/ip_local_port_range";

    @Test
    void isOurOwnTrouble() throws Exception {
        assumeTrue(hasOwnNetwork(), "this machine gives no network of one's own");
        String output = OwnProcess.output(OWN_NETWORK, FEW_PORTS, OutOfPorts.class);
        assertEquals("4 calls, then CONNECT OUT_OF_PORTS", output);
    }

    private static boolean hasOwnNetwork() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rn", "sh", "-c", FEW_PORTS)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
