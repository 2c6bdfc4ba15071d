package nexus.app.discover;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

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

    /// The same for a host as a URL has it; other names than `localhost` are not looked up.
    static boolean isHere(String host) {
        try {
            return host.equalsIgnoreCase("localhost") || isOwn(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What may be asked because somebody announced it: private addresses; this machine's own, loopback included,
    /// where this machine says so itself. The own addresses are those of now.
    static BiPredicate<InetAddress, InetAddress> acceptable() {
        Set<InetAddress> own = own();
        return (address, from) -> {
            boolean mine = address.isLoopbackAddress() || own.contains(address);
            boolean unscoped = address instanceof Inet6Address six && six.isLinkLocalAddress() && six.getScopeId() == 0;
            return mine ? from.isLoopbackAddress() || own.contains(from) : isPrivate(address) && !unscoped;
        };
    }

    private static Set<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }
}
