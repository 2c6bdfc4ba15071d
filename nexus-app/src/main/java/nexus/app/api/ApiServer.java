package nexus.app.api;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import nexus.app.config.ServerConfig;
import nexus.app.registry.Registry;

/// The HTTP server of the API. Thread-safe. Answers come from memory; no request waits for a backend.
public final class ApiServer implements AutoCloseable {

    /// More connections than this wait in the system's queue.
    private static final int MAX_CONNECTIONS = 1000;
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final Duration GRACE = Duration.ofMillis(80);

    private final WebServer server;
    private final ServerConfig config;

    private ApiServer(WebServer server, ServerConfig config) {
        this.server = server;
        this.config = config;
    }

    /// Starts listening; answers can be asked for once this returns.
    ///
    /// @throws ApiStartException if the address can't be listened on; its message is one line for the user
    public static ApiServer start(ServerConfig config, Registry registry, ApiInfo info) {
        var address = ListenAddress.usable(config);
        var server = WebServer.builder()
                .address(address)
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .maxTcpConnections(MAX_CONNECTIONS)
                .maxPayloadSize(MAX_BODY_BYTES)
                .directHandlers(TransportErrors.forAll())
                .routing(routing(config, registry, info))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new ApiStartException("can't listen on " + ListenAddress.shown(config));
        }
        return new ApiServer(server, config);
    }

    private static HttpRouting.Builder routing(ServerConfig config, Registry registry, ApiInfo info) {
        return HttpRouting.builder()
                .addFilter(new ClosingFilter())
                .register(new Endpoints(config, registry, info))
                .error(Throwable.class, new Bugs());
    }

    /// The host as configured.
    public String host() {
        return config.host();
    }

    /// The port that it listens on: the one that was taken, if 0 was configured.
    public int port() {
        return server.port();
    }

    /// Stops listening and ends every connection. Fast, whatever clients hang.
    @Override
    public void close() {
        server.stop();
    }
}
