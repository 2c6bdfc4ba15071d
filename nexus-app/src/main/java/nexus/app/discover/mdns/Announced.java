package nexus.app.discover.mdns;

import java.net.InetAddress;

/// A service that announces itself, and where it is.
///
/// @param host    the name that it gives its machine, lower case: `gpu-1.local`; any characters
/// @param port    1 to 65535
/// @param address private, or this machine's own
public record Announced(String host, InetAddress address, int port) {}
