package nexus.app.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nexus.app.config.Secret;

/// Who may reach a server, and how: what [AccessRules] decides by.
///
/// @param loopback     whether only programs of this machine reach it
/// @param tls          whether it speaks `https`
/// @param host         the host it was told to listen on
/// @param allowedHosts names that clients may call it by, beside its own; in lower case
/// @param ownName      asks the system for this machine's name, once and only when it is needed: it may be slow
/// @param token        what changes need
record Access(
        boolean loopback,
        boolean tls,
        String host,
        Set<String> allowedHosts,
        Supplier<String> ownName,
        Optional<Secret> token) {

    Access {
        Objects.requireNonNull(host, "host");
        allowedHosts = allowedHosts.stream().map(HostHeader::plain).collect(Collectors.toUnmodifiableSet());
        Objects.requireNonNull(ownName, "ownName");
        Objects.requireNonNull(token, "token");
    }

    /// Whether it answers but changes nothing: it is reached from beyond this machine and asks for no token.
    boolean readOnly() {
        return !loopback && token.isEmpty();
    }

    /// Whether a name that is none of the server's is refused. Beyond loopback it can't know all of its own.
    boolean checksHosts() {
        return loopback || !allowedHosts.isEmpty();
    }

    /// This machine's name as its system has it; empty where it has none.
    static String machineName() {
        return Machine.NAME;
    }

    private static final class Machine {
        private static final String NAME = ask();

        private static String ask() {
            try {
                return HostHeader.plain(InetAddress.getLocalHost().getHostName());
            } catch (UnknownHostException e) {
                return "";
            }
        }
    }
}
