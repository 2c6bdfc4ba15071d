package nexus.app.discover.mdns;

import java.net.InetAddress;

/// A resource record of a kind that tells where a service is.
sealed interface DnsRecord {

    /// Seconds that it holds; 0: it holds no more.
    long ttl();

    /// `PTR`: a service type has this instance.
    record Pointer(DnsName name, DnsName target, long ttl) implements DnsRecord {}

    /// `SRV`: an instance is on this host and port.
    ///
    /// @param port 0 to 65535
    record Service(DnsName name, DnsName host, int port, long ttl) implements DnsRecord {}

    /// `A` or `AAAA`: a host has this address.
    record Address(DnsName name, InetAddress address, long ttl) implements DnsRecord {}

    /// Whether it is a goodbye.
    default boolean isGone() {
        return ttl() == 0;
    }
}
