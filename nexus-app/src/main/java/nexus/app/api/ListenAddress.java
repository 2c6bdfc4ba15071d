package nexus.app.api;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import nexus.app.config.ServerConfig;

/// Finds out whether an address can be listened on. The web server keeps the reason of a failed start to
/// itself.
final class ListenAddress {

    private ListenAddress() {}

    /// @throws ApiStartException if the host is unknown or another machine's, or the port taken or not allowed
    static InetAddress usable(ServerConfig server) {
        InetAddress address = resolved(server);
        try (var trial = ServerSocketChannel.open()) {
            trial.bind(new InetSocketAddress(address, server.port()));
            return address;
        } catch (BindException e) {
            throw new ApiStartException(refusal(server, e), e);
        } catch (IOException e) {
            throw new ApiStartException("can't listen on " + shown(server) + ": " + e.getMessage(), e);
        }
    }

    static String shown(ServerConfig server) {
        return (server.host().indexOf(':') >= 0 ? "[" + server.host() + "]" : server.host()) + ":" + server.port();
    }

    private static InetAddress resolved(ServerConfig server) {
        try {
            return InetAddress.getByName(server.host());
        } catch (UnknownHostException e) {
            throw new ApiStartException(
                    "can't listen on " + shown(server) + ": \"" + server.host()
                            + "\" is not known; give an address of this machine as host",
                    e);
        }
    }

    static String refusal(ServerConfig server, BindException e) {
        String reason = e.getMessage() == null ? "" : e.getMessage();
        if (reason.contains("assign")) {
            return "can't listen on " + shown(server) + ": the host is not an address of this machine";
        }
        if (reason.contains("ermission")) {
            return "can't listen on " + shown(server) + ": not permitted; ports below 1024 often are the system's";
        }
        String vllm = server.port() == 8000 ? " (vLLM listens on 8000 by default too)" : "";
        return "can't listen on " + shown(server) + ": the port is taken" + vllm
                + "; choose another with --port or port in [server]";
    }
}
