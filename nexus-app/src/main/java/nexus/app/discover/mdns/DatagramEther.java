package nexus.app.discover.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// UDP over IPv4: to the group of multicast DNS, 224.0.0.251 port 5353, on every interface that has multicast.
public final class DatagramEther implements Ether {

    private static final int PORT = 5353;
    private static final InetSocketAddress GROUP = new InetSocketAddress(InetAddress.ofLiteral("224.0.0.251"), PORT);
    /// RFC 6762, section 17: the largest message, headers included.
    private static final int LARGEST = 9000;

    private final DatagramSocket socket;
    private final SocketAddress to;
    private final List<NetworkInterface> interfaces;
    private final byte[] buffer = new byte[LARGEST];

    private DatagramEther(DatagramSocket socket, SocketAddress to, List<NetworkInterface> interfaces) {
        this.socket = socket;
        this.to = to;
        this.interfaces = interfaces;
    }

    /// Asks the group from a port of its own; answers come to that port alone (RFC 6762, section 6.7).
    ///
    /// @throws IOException if no interface has multicast
    public static DatagramEther asking() throws IOException {
        return new DatagramEther(new DatagramSocket(0), GROUP, withMulticast());
    }

    /// Asks the group, and hears all that is said there, beside other programs of this machine that do.
    ///
    /// @throws IOException if no interface has multicast, or the port can't be shared
    public static DatagramEther listening() throws IOException {
        var interfaces = withMulticast();
        var socket = new DatagramSocket(null);
        try {
            socket.setReuseAddress(true);
            if (socket.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            socket.bind(new InetSocketAddress(PORT));
            for (var network : interfaces) {
                socket.joinGroup(GROUP, network);
            }
            return new DatagramEther(socket, GROUP, interfaces);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Asks one address, without multicast.
    static DatagramEther to(SocketAddress to) throws IOException {
        return new DatagramEther(
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), to, List.of());
    }

    private static List<NetworkInterface> withMulticast() throws IOException {
        var found = NetworkInterface.networkInterfaces()
                .filter(DatagramEther::hasMulticast)
                .toList();
        if (found.isEmpty()) {
            throw new IOException("no network interface of this machine has multicast");
        }
        return found;
    }

    private static boolean hasMulticast(NetworkInterface network) {
        try {
            return network.isUp()
                    && network.supportsMulticast()
                    && network.inetAddresses().anyMatch(Inet4Address.class::isInstance);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void send(byte[] packet) throws IOException {
        if (interfaces.isEmpty()) {
            socket.send(new DatagramPacket(packet, packet.length, to));
            return;
        }
        var failures = new IOException("no network took the question");
        int sent = 0;
        for (var network : interfaces) {
            try {
                socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
                socket.send(new DatagramPacket(packet, packet.length, to));
                sent++;
            } catch (IOException e) {
                failures.addSuppressed(e);
            }
        }
        if (sent == 0) {
            throw failures;
        }
    }

    @Override
    public Optional<Packet> receive(Duration limit) throws IOException {
        socket.setSoTimeout(Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
        var packet = new DatagramPacket(buffer, buffer.length);
        try {
            socket.receive(packet);
            return Optional.of(new Packet(buffer, packet.getLength(), packet.getAddress()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
