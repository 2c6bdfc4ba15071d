package nexus.app.config;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/// Where Nexus itself listens: a backend there would be Nexus checking itself.
final class OwnAddress {

    private static final String ANY_V4 = "0.0.0.0";
    private static final String ANY_V6 = "::";
    private static final String LOOPBACK_V4 = "127.0.0.1";
    private static final String LOOPBACK_V6 = "::1";

    private final ServerConfig server;

    OwnAddress(ServerConfig server) {
        this.server = server;
    }

    boolean is(BackendUrl url) {
        return url.port() == server.port() && meets(url.host());
    }

    String message(BackendUrl url) {
        String vllm = server.port() == 8000 ? "8000 is vLLM's default port too: " : "";
        return url + " is Nexus's own address; " + vllm + "give one of the two another port";
    }

    /// Whether a connection to the host would end at the listening socket. Names other than `localhost` are not
    /// looked up: that would make the start depend on the network.
    private boolean meets(String host) {
        Set<String> targets = targets(host);
        return switch (server.host()) {
            case ANY_V4 -> targets.stream().anyMatch(target -> target.startsWith("127."));
            case ANY_V6 -> targets.stream().anyMatch(target -> target.startsWith("127.") || target.equals(LOOPBACK_V6));
            default -> !Collections.disjoint(targets, targets(server.host()));
        };
    }

    private static Set<String> targets(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "localhost" -> Set.of(LOOPBACK_V4, LOOPBACK_V6);
            case ANY_V4 -> Set.of(LOOPBACK_V4);
            case ANY_V6, "0:0:0:0:0:0:0:1" -> Set.of(LOOPBACK_V6);
            default -> Set.of(name.startsWith("::ffff:") ? name.substring(7) : name);
        };
    }
}
