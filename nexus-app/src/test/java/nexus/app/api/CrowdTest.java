package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nexus.app.Eventually;
import nexus.app.check.Checker;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.DiscoveryConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.LoggingConfig;
import nexus.app.config.NexusConfig;
import nexus.app.config.ServerConfig;
import nexus.app.config.Timing;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.probes.Probes;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.Test;

/// A thousand clients of the worst kinds at once, and a fleet that is checked meanwhile. The API's time stands until
/// the test moves it: nothing here depends on how fast the machine is.
class CrowdTest {

    private static final int CLIENTS = 1000;
    private static final int BACKENDS = 10;
    private static final int CHECKS = 20;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aThousandBadClientsDisturbNeitherChecksNorReadersAndAreCutInTheEnd() throws Exception {
        long descriptors = descriptors();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<StandIn> standIns = standIns();
        var registry = new Registry(fleet(standIns), InstantSource.system());
        try (var server = serve(registry);
                var checker = new Checker(registry, Probes.load(), config(registry))) {
            checker.start();
            try (var crowd = Crowd.gather(server.port(), CLIENTS)) {
                // when they are all there, the oldest of them being gone again
                Eventually.seen("a full house", server::connections, open -> open == Shares.DEFAULT.loopback());
                assertTrue(crowd.dripping() > 0);

                // then others are answered, and every check is made
                for (int i = 0; i < 100; i++) {
                    assertTrue(health(server).startsWith("HTTP/1.1 200 "));
                }
                long made = checks(registry);
                Eventually.seen("more checks", () -> checks(registry), total -> total >= made + BACKENDS * CHECKS);
                assertEquals(0, failed(registry));

                // when their time is over, then they are cut, one and all
                nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
                Eventually.seen("an empty house", server::connections, open -> open == 0);
                crowd.awaitEnds();
                assertTrue(health(server).startsWith("HTTP/1.1 200 "));
            }
        } finally {
            standIns.forEach(StandIn::close);
        }
        Eventually.seen("descriptors", CrowdTest::descriptors, open -> open <= descriptors + 50);
        Eventually.seen(
                "threads", () -> ManagementFactory.getThreadMXBean().getThreadCount(), now -> now <= threads + 50);
    }

    private ApiServer serve(Registry registry) {
        var config = new ServerConfig("127.0.0.1", 0, 1);
        byte[] large = new byte[8 << 20];
        var routing = HttpRouting.builder()
                .register(Operated.endpoints(config, registry))
                .any("/large", (_, response) -> response.send(large))
                .any("/body", (request, response) -> {
                    request.content().as(byte[].class);
                    response.send("read");
                });
        var limits = new ClientLimits(
                Duration.ofSeconds(8), Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(4));
        return ApiServer.start(config, routing, limits, nanos::incrementAndGet);
    }

    private static List<StandIn> standIns() {
        var standIns = new ArrayList<StandIn>();
        for (int i = 0; i < BACKENDS; i++) {
            var models = Reply.of("200 OK", "application/json", "{\"object\":\"list\",\"data\":[{\"id\":\"m\"}]}");
            standIns.add(StandIn.start("gpu-" + i, Behaviour.always(models)));
        }
        return standIns;
    }

    private static List<BackendConfig> fleet(List<StandIn> standIns) {
        var often = new Timing(
                Duration.ofMillis(100),
                Duration.ofSeconds(20),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMillis(100));
        return standIns.stream()
                .map(one -> BackendConfig.of(one.name(), BackendUrl.parse(one.url()), "openai")
                        .withTiming(often))
                .toList();
    }

    private static NexusConfig config(Registry registry) {
        return new NexusConfig(
                ServerConfig.DEFAULT,
                HealthCheckConfig.DEFAULT,
                DiscoveryConfig.DEFAULT,
                LoggingConfig.DEFAULT,
                registry.backends().stream().map(one -> one.config()).toList());
    }

    private static long checks(Registry registry) {
        return registry.backends().stream()
                .mapToLong(one -> one.snapshot().checks())
                .sum();
    }

    private static long failed(Registry registry) {
        return registry.backends().stream()
                .mapToLong(one -> one.snapshot().failed())
                .sum();
    }

    private static String health(ApiServer server) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
