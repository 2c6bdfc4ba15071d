package nexus.app.config;

import java.util.Objects;

/// `[server]`.
///
/// @param host            the address to listen on
/// @param port            0 to 65535; 0 takes a free one
/// @param readyMinHealthy healthy backends that make `/health/ready` answer 200; 0 or more
public record ServerConfig(String host, int port, int readyMinHealthy) {

    public static final ServerConfig DEFAULT = new ServerConfig("127.0.0.1", 8000, 1);

    public ServerConfig {
        Objects.requireNonNull(host, "host");
    }
}
