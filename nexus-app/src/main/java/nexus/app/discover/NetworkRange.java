package nexus.app.discover;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a private IPv4 network, small enough to be scanned address by address.
///
/// @param first  the network's address as a number
/// @param prefix 20 to 32
public record NetworkRange(int first, int prefix) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final int WIDEST = 20;

    /// Reads `192.168.1.0/24`, or one address. Bits behind the prefix are dropped.
    ///
    /// @throws IllegalArgumentException with a sentence for the user, if it is no such range, wider than a /20, or
    ///                                  not private: asking strangers' machines is not for a health checker
    public static NetworkRange parse(String text) {
        if (text.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "an IPv6 network is too large to be scanned address by address: use --mdns, or the IPv4 network");
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a network is written like 192.168.1.0/24");
        }
        int prefix = form.group(5) == null ? 32 : Integer.parseInt(form.group(5));
        if (prefix > 32) {
            throw new IllegalArgumentException("the prefix of an IPv4 network is at most 32");
        }
        if (prefix < WIDEST) {
            throw new IllegalArgumentException("/" + prefix + " is " + (1L << (32 - prefix))
                    + " addresses, which is too many: at most a /" + WIDEST + ", 4096 addresses");
        }
        int first = number(form) & -1 << (32 - prefix);
        var range = new NetworkRange(first, prefix);
        if (!NearAddresses.isPrivate(address(first)) || !NearAddresses.isPrivate(address(range.last()))) {
            throw new IllegalArgumentException("not a private network: only 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, "
                    + "169.254.0.0/16, 100.64.0.0/10 and 127.0.0.0/8 are scanned");
        }
        return range;
    }

    private static int number(Matcher form) {
        int number = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(form.group(group));
            if (part > 255) {
                throw new IllegalArgumentException("each part of an IPv4 address is at most 255");
            }
            number = number << 8 | part;
        }
        return number;
    }

    private int last() {
        return first + (1 << (32 - prefix)) - 1;
    }

    /// The addresses of hosts in it, in order: without those of the network itself and of everybody in it.
    public List<InetAddress> hosts() {
        int edge = prefix <= 30 ? 1 : 0;
        var hosts = new ArrayList<InetAddress>();
        for (int i = edge; i < (1 << (32 - prefix)) - edge; i++) {
            hosts.add(address(first + i));
        }
        return hosts;
    }

    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four bytes are always an address
        }
    }

    @Override
    public String toString() {
        return address(first).getHostAddress() + "/" + prefix;
    }
}
