package nexus.app.exchange;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;

/// Finds the addresses of a name. May block for as long as it likes; called on threads of [Names] only.
@FunctionalInterface
public interface Resolver {

    /// @return at least one address, best first
    /// @throws UnknownHostException if there is none, or nobody could be asked
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /// The machine's own resolver. It switches the JDK's cache of names off (30 s, for the whole process), so that
    /// the few seconds of [Names] are what holds.
    static Resolver ofSystem() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
