package nexus.app.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Who counts as one client: an IPv4 address, an IPv6 network of 64 bits (who has one of its addresses has all),
/// or everything on this machine.
///
/// @param loopback whether it is this machine
record PeerNetwork(String text, boolean loopback) {

    private static final int IPV6_NETWORK_BYTES = 8;

    static PeerNetwork of(InetAddress peer) {
        if (peer.isLoopbackAddress()) {
            return new PeerNetwork("loopback", true);
        }
        byte[] bytes = peer.getAddress();
        byte[] network = peer instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        return new PeerNetwork(Arrays.toString(network), false);
    }
}
