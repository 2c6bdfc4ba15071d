package nexus.app.discover;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Objects;
import nexus.app.config.BackendUrl;

/// Somewhere that a server may listen.
///
/// @param port 1 to 65535
public record Place(InetAddress address, int port) {

    public Place {
        Objects.requireNonNull(address, "address");
    }

    public BackendUrl url() {
        return new BackendUrl(false, host(), port, "");
    }

    /// The address as a URL has it, without brackets.
    String host() {
        return address.isLoopbackAddress() && !isFour() ? "::1" : address.getHostAddress();
    }

    boolean isFour() {
        return address instanceof Inet4Address;
    }
}
