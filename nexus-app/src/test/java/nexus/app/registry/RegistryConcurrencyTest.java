package nexus.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.health.BackendStatus;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import org.junit.jupiter.api.Test;

/// Several threads record at random, one replaces the fleet, another reads: counts, list and catalog of one
/// answer always agree with a plain recount.
class RegistryConcurrencyTest {

    private static final int BACKENDS = 20;
    private static final int WRITERS = 4;
    private static final int STEPS = 20_000;
    private static final int REPLACEMENTS = 3_000;

    private final Registry registry = new Registry(
            IntStream.range(0, BACKENDS)
                    .mapToObj(i -> RegistryTest.config("b" + i, i))
                    .toList(),
            () -> Instant.EPOCH);

    @Test
    void countsListsAndCatalogAgreeWhateverHappensAtOnce() throws InterruptedException {
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new SplittableRandom(i);
            writers.add(Thread.ofPlatform().start(() -> write(random)));
        }
        writers.add(Thread.ofPlatform().start(() -> replace(new SplittableRandom(99))));
        int looks = 0;
        while (writers.stream().anyMatch(Thread::isAlive) || looks == 0) {
            assertAgrees(registry.snapshot());
            looks++;
        }
        for (var writer : writers) {
            writer.join();
        }
        assertAgrees(registry.snapshot());
        assertEquals(registry.counts().models(), available(registry.catalog()), "catalog and counts");
    }

    /// Half of the fleet, some of it somewhere else, disabled, or more important.
    private void replace(SplittableRandom random) {
        for (int i = 0; i < REPLACEMENTS; i++) {
            var next = IntStream.range(0, BACKENDS)
                    .filter(_ -> random.nextBoolean())
                    .mapToObj(n -> configured(n, random.nextInt(10)))
                    .toList();
            registry.replace(next);
        }
        registry.replace(
                IntStream.range(0, BACKENDS).mapToObj(n -> configured(n, 9)).toList());
    }

    private static BackendConfig configured(int n, int kind) {
        var config = RegistryTest.config("b" + n, kind == 0 ? 99 : n);
        var url = BackendUrl.parse(kind == 1 ? "http://127.0.0.1:2" : "http://127.0.0.1:1");
        return new BackendConfig(
                config.name(),
                url,
                config.type(),
                config.priority(),
                kind != 2,
                config.labels(),
                config.credential(),
                config.headers(),
                config.timing(),
                config.thresholds(),
                config.healthPath(),
                config.onParseError(),
                config.tls(),
                config.source());
    }

    /// Objects that are held for a while, as a check does: some are gone when something is recorded on them.
    private void write(SplittableRandom random) {
        var held = registry.backends();
        for (int i = 0; i < STEPS; i++) {
            if (held.isEmpty() || i % 7 == 0) {
                held = registry.backends();
                continue;
            }
            var backend = held.get(random.nextInt(held.size()));
            switch (random.nextInt(12)) {
                case 0 -> backend.drain(Instant.EPOCH);
                case 1 -> backend.undrain(Instant.EPOCH);
                case 2, 3, 4, 5 -> backend.record(RegistryTest.failure(), Instant.EPOCH);
                default -> backend.record(RegistryTest.success(1, Optional.of(models(random))), Instant.EPOCH);
            }
        }
    }

    private static ModelList models(SplittableRandom random) {
        var list = ModelList.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            var model = Model.named("m" + random.nextInt(10));
            list.add(random.nextInt(5) == 0 ? model.withState(ModelState.FAILED) : model);
        }
        return list.build();
    }

    private static void assertAgrees(FleetSnapshot fleet) {
        var counts = fleet.counts();
        assertEquals(count(fleet, BackendStatus.HEALTHY), counts.healthy());
        assertEquals(count(fleet, BackendStatus.UNHEALTHY), counts.unhealthy());
        assertEquals(count(fleet, BackendStatus.UNKNOWN), counts.unknown());
        assertEquals(count(fleet, BackendStatus.DRAINING), counts.draining());
        assertEquals(models(fleet), counts.models());
    }

    private static long count(FleetSnapshot fleet, BackendStatus status) {
        return fleet.backends().stream()
                .filter(backend -> backend.config().enabled() && backend.status() == status)
                .count();
    }

    private static int models(FleetSnapshot fleet) {
        var ids = new HashSet<String>();
        for (var backend : fleet.backends()) {
            if (backend.config().enabled() && backend.status() == BackendStatus.HEALTHY) {
                backend.models().map(ModelList::models).orElse(List.of()).stream()
                        .filter(model ->
                                model.state().filter(ModelState.FAILED::equals).isEmpty())
                        .forEach(model -> ids.add(model.id()));
            }
        }
        return ids.size();
    }

    private static long available(Catalog catalog) {
        return catalog.entries().stream().filter(Catalog.Entry::isAvailable).count();
    }
}
