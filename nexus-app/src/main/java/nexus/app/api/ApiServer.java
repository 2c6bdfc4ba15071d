package nexus.app.api;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import nexus.app.config.ServerConfig;
import nexus.app.log.Log;

/// The HTTP server of the API. Thread-safe. Answers come from memory; no request that reads waits for a
/// backend.
public final class ApiServer implements AutoCloseable {

    private static final Log LOG = Log.of("api");

    /// A few more than there may be: those that are being cut. More wait in the system's queue.
    private static final int MAX_CONNECTIONS = Shares.DEFAULT.total() + StreamPlaces.TOTAL + 24;
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final Duration GRACE = Duration.ofMillis(50);

    /// The web server warns of every client that goes away in the middle, with a stack trace: not our
    /// user's concern. Held, since the JDK forgets loggers that nobody holds, and their levels with them.
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final ConnectionWatch watch;
    private final InetAddress address;

    private ApiServer(WebServer server, ConnectionWatch watch, InetAddress address) {
        this.server = server;
        this.watch = watch;
        this.address = address;
    }

    /// Has the web server look its parts up, which takes it longest, on a thread of its own: whoever starts
    /// one soon may wait for something else meanwhile. What goes wrong is told by [#start].
    public static void prepare() {
        Thread.ofPlatform().daemon().name("nexus-api-parts").start(() -> {
            try {
                WebServer.builder()
                        .shutdownHook(false)
                        .protocolsDiscoverServices(false)
                        .build();
            } catch (RuntimeException | LinkageError _) {
                // Told by the real one.
            }
        });
    }

    /// Starts listening; answers can be asked for once this returns.
    ///
    /// @param server asked for the address once, and again and again for what may change while it runs
    /// @throws ApiStartException if the address can't be listened on; its message is one line for the user
    public static ApiServer start(Supplier<ServerConfig> server, ApiSources sources) {
        var endpoints = new Endpoints(server, sources);
        return start(server.get(), HttpRouting.builder().register(endpoints), ClientLimits.DEFAULT);
    }

    static ApiServer start(ServerConfig config, HttpRouting.Builder routing, ClientLimits limits) {
        return start(config, routing, limits, System::nanoTime);
    }

    static ApiServer start(
            ServerConfig config, HttpRouting.Builder routing, ClientLimits limits, LongSupplier nanoTime) {
        WEB_SERVER.setLevel(Level.SEVERE);
        var address = ListenAddress.usable(config);
        var access = access(config, address);
        tell(access, config);
        var watch = new ConnectionWatch(limits, Shares.DEFAULT, nanoTime);
        var server = WebServer.builder()
                .update(builder -> config.tls().ifPresent(files -> speakTls(builder, files)))
                .address(address)
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .maxTcpConnections(MAX_CONNECTIONS)
                .connectionOptions(new AcceptListener(watch::accepted))
                .maxPayloadSize(MAX_BODY_BYTES)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new WatchingSelector(watch))
                .directHandlers(TransportErrors.forAll())
                .routing(routing.addFilter(new ClosingFilter())
                        .addFilter(new HeadersOnly())
                        .addFilter(new Guard(new AccessRules(access), nanoTime))
                        .error(Throwable.class, new Bugs()))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new ApiStartException("can't listen on " + ListenAddress.shown(config));
        }
        watch.start();
        return new ApiServer(server, watch, address);
    }

    /// Without NIO: it would look each client's name up, and shake hands only where the first request is read.
    private static void speakTls(WebServerConfig.Builder server, ServerConfig.Tls files) {
        server.useNio(false)
                .tls(Tls.builder().sslContext(ServerTls.context(files)).build());
    }

    private static Access access(ServerConfig config, InetAddress address) {
        return new Access(
                address.isLoopbackAddress(),
                config.tls().isPresent(),
                config.host(),
                Set.copyOf(config.allowedHosts()),
                Access::machineName,
                config.adminToken().map(ServerConfig.AdminToken::token));
    }

    private static void tell(Access access, ServerConfig config) {
        if (access.readOnly()) {
            LOG.warn("listens beyond loopback without admin_token_env: read-only", "host", config.host());
        }
    }

    /// The port that it listens on: the one that was taken, if 0 was configured.
    public int port() {
        return server.port();
    }

    /// Whether a request is answered, tried over a socket; not so once it is closed.
    ///
    /// @param patience for each of connecting and answering
    public boolean isAnswering(Duration patience) {
        int port = port();
        return port > 0 && OwnQuestion.isAnswered(new InetSocketAddress(address, port), patience);
    }

    /// How many connections are open.
    int connections() {
        return watch.open();
    }

    /// Stops listening and ends every connection. Fast, whatever clients hang.
    @Override
    public void close() {
        watch.close();
        server.stop();
        watch.cutAll();
    }
}
