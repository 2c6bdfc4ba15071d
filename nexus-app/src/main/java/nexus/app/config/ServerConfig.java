package nexus.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `[server]`.
///
/// @param host           the address to listen on
/// @param port           0 to 65535; 0 takes a free one
/// @param readyMinHealthy healthy backends that make `/health/ready` answer 200; 0 or more
/// @param adminToken     what whoever changes something must know
/// @param allowedHosts   names that a `Host` header may carry beside the usual ones; lower case, without port
/// @param tls            the server speaks TLS with these
/// @param stateFile      where changes at run time are kept; empty: beside the configuration file ([ConfigSource])
/// @param reloadOnChange whether a changed configuration file is taken up by itself
public record ServerConfig(
        String host,
        int port,
        int readyMinHealthy,
        Optional<AdminToken> adminToken,
        List<String> allowedHosts,
        Optional<Tls> tls,
        Optional<Path> stateFile,
        boolean reloadOnChange) {

    public static final ServerConfig DEFAULT = new ServerConfig("127.0.0.1", 8000, 1);

    public ServerConfig {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(adminToken, "adminToken");
        allowedHosts = List.copyOf(allowedHosts);
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(stateFile, "stateFile");
    }

    /// Everything else at its default.
    public ServerConfig(String host, int port, int readyMinHealthy) {
        this(host, port, readyMinHealthy, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false);
    }

    /// The token and where it came from.
    ///
    /// @param variable the environment variable, which may be shown
    public record AdminToken(String variable, Secret token) {}

    /// PEM files; both exist and could be read.
    ///
    /// @param certFile the certificate, with its chain
    /// @param keyFile  its private key
    public record Tls(Path certFile, Path keyFile) {}
}
