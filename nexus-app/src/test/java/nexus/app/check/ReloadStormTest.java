package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.Samples;
import nexus.app.config.Timing;
import nexus.app.exchange.Lines;
import nexus.app.health.BackendStatus;
import nexus.app.registry.Backend;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.Test;

/// Twenty backends on real sockets, checked ten to twenty times a second, while the fleet is replaced again
/// and again.
class ReloadStormTest {

    private static final int UNCHANGED = 10;
    private static final int OTHERS = 10;
    private static final int RELOADS = 60;

    @Test
    void everyCheckOfAnUnchangedBackendArrivesOnceAndCountsOnce() throws Exception {
        try (var server = new CountingServer();
                var lines = new Closing(Lines.ofSystem(1 << 20))) {
            var unchanged = IntStream.range(0, UNCHANGED)
                    .mapToObj(i -> config(server, "same" + i, 50 + 5 * i))
                    .toList();
            var registry = new Registry(unchanged, InstantSource.system());
            Map<String, Backend> objects = new HashMap<>();
            registry.backends().forEach(backend -> objects.put(backend.config().name(), backend));
            try (var checker = HandRun.checker(registry, lines.lines(), 1 << 20)) {
                checker.start();
                // when
                var random = new Random(1);
                for (int i = 1; i <= RELOADS; i++) {
                    server.awaitArrivals("same" + i % UNCHANGED, i / 3);
                    registry.replace(with(server, unchanged, random));
                    checker.follow();
                }
                registry.replace(unchanged);
                checker.follow();
                // then the last check of each is its answer to a check that comes after all others
                for (var backend : registry.backends()) {
                    assertSame(objects.get(backend.config().name()), backend);
                    assertAllCounted(server, checker, backend);
                }
            }
            unchanged.forEach(config -> assertEquals(Set.of(), only(server.crowded(), config.name())));
        }
    }

    /// What arrived is what was counted; a check may be under way, then it is looked again.
    private static void assertAllCounted(CountingServer server, Checker checker, Backend backend) throws Exception {
        BackendSnapshot snapshot;
        int arrived;
        int tries = 0;
        do {
            snapshot = checker.checkNow(backend).get().after();
            arrived = server.arrivals(snapshot.name());
        } while (arrived != snapshot.checks() && ++tries < 100);
        assertEquals(arrived, snapshot.checks(), snapshot.name());
        assertEquals(0, snapshot.failed(), snapshot.name());
        assertEquals(BackendStatus.HEALTHY, snapshot.status());
    }

    private static Set<String> only(Set<String> names, String name) {
        return names.contains(name) ? Set.of(name) : Set.of();
    }

    /// The unchanged ones, anywhere among others that come, go, are restarted and get another interval.
    private static List<BackendConfig> with(CountingServer server, List<BackendConfig> unchanged, Random random) {
        var fleet = new ArrayList<>(unchanged);
        for (int i = 0; i < OTHERS; i++) {
            if (random.nextBoolean()) {
                var url = random.nextInt(4) == 0 ? "elsewhere" + i : "other" + i;
                var config = config(server, url, 20 + random.nextInt(80));
                var named = BackendConfig.of("other" + i, config.url(), config.type())
                        .withTiming(config.timing());
                fleet.add(random.nextInt(fleet.size() + 1), named);
            }
        }
        return fleet;
    }

    private static BackendConfig config(CountingServer server, String name, int millis) {
        var interval = Duration.ofMillis(millis);
        return Samples.judgedAtOnce(BackendConfig.of(name, server.url(name), "openai"))
                .withTiming(new Timing(interval, Duration.ofMinutes(5), interval, interval, interval));
    }

    /// Lines that end with the test.
    private record Closing(Lines lines) implements AutoCloseable {
        @Override
        public void close() {
            lines.names().close();
        }
    }
}
