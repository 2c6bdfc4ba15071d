package nexus.app.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where to: made once a backend, used for each of its checks. Immutable.
public final class Endpoint {

    private final String host;
    private final int port;
    private final Optional<TlsTrust> tls;
    private final Optional<InetAddress> literal;

    private Endpoint(String host, int port, Optional<TlsTrust> tls) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.literal = literal(host);
    }

    /// Plain HTTP.
    ///
    /// @param host a name or an IP literal, IPv6 without brackets
    /// @param port 1 to 65535
    public static Endpoint plain(String host, int port) {
        return new Endpoint(host, port, Optional.empty());
    }

    /// HTTP over TLS.
    ///
    /// @param trust whose certificates are good; shared by all backends of the same trust
    public static Endpoint tls(String host, int port, TlsTrust trust) {
        return new Endpoint(host, port, Optional.of(trust));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Optional<TlsTrust> tls() {
        return tls;
    }

    /// The address, where the host is one and needs no lookup.
    Optional<InetAddress> literal() {
        return literal;
    }

    private static Optional<InetAddress> literal(String host) {
        if (host.indexOf(':') < 0 && !host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            boolean scoped = address instanceof Inet6Address six && six.getScopeId() != 0;
            // With a name of its own the address is never looked up backwards.
            return Optional.of(scoped ? address : InetAddress.getByAddress(host, address.getAddress()));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
