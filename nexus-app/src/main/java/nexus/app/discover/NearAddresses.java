package nexus.app.discover;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/// Which addresses are nobody's but the user's: those of private networks, of the link, and this machine's own.
final class NearAddresses {

    private NearAddresses() {}

    /// RFC 1918, RFC 3927, RFC 4193, link-local IPv6, loopback, and RFC 6598 (100.64.0.0/10), which overlay networks
    /// use.
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return !address.isAnyLocalAddress()
                && (address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isLoopbackAddress()
                        || uniqueLocal
                        || shared);
    }

    /// Whether a connection to it ends at this machine.
    static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
