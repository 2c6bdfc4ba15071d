package nexus.app.discover.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// Where packets come from and go to.
public interface Ether extends AutoCloseable {

    /// A packet that came; its bytes stand until the next one is received.
    record Packet(byte[] bytes, int length, InetAddress from) {}

    /// Sends to everybody.
    ///
    /// @throws IOException if nobody can be reached
    void send(byte[] packet) throws IOException;

    /// @param limit how long to wait for one
    /// @return empty if none came
    /// @throws IOException also when it is closed by another thread meanwhile
    Optional<Packet> receive(Duration limit) throws IOException;

    @Override
    void close();
}
