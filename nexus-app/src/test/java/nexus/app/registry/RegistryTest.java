package nexus.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.health.Thresholds;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = NOON;
    private final Registry registry = new Registry(List.of(config("a", 50), config("b", 1)), () -> now);

    @Test
    void latencyIsAMovingAverageOverSuccessfulChecks() {
        // given
        var backend = registry.backend("a").orElseThrow();

        // when
        backend.record(success(10, Optional.empty()), now);
        backend.record(success(20, Optional.empty()), now);
        backend.record(failure(), now);

        // then (20 + 4 * 10) / 5, and a failure leaves it
        assertEquals(12, backend.snapshot().latency().orElseThrow(), 1e-9);
    }

    @Test
    void knownModelsStayOnAFailureAndOnASuccessWithoutAList() {
        var backend = registry.backend("a").orElseThrow();
        backend.record(success(1, Optional.of(ModelList.of(Model.named("m")))), now);
        backend.record(failure(), now);
        backend.record(success(1, Optional.empty()), now);
        assertEquals(
                Optional.of(ModelList.of(Model.named("m"))), backend.snapshot().models());
    }

    @Test
    void anEmptyListReplacesTheOldOne() {
        var backend = registry.backend("a").orElseThrow();
        backend.record(success(1, Optional.of(ModelList.of(Model.named("m")))), now);
        backend.record(success(1, Optional.of(ModelList.empty())), now);
        assertEquals(Optional.of(ModelList.empty()), backend.snapshot().models());
        assertEquals(0, registry.counts().models());
    }

    @Test
    void aListThatIsEqualIsNotKeptTwice() {
        var backend = registry.backend("a").orElseThrow();
        backend.record(success(1, Optional.of(ModelList.of(Model.named("m")))), now);
        var first = backend.snapshot().models().orElseThrow();
        backend.record(success(1, Optional.of(ModelList.of(Model.named("m")))), now);
        assertSame(first, backend.snapshot().models().orElseThrow());
    }

    @Test
    void sinceMovesOnlyWithTheStatus() {
        var backend = registry.backend("a").orElseThrow();
        backend.record(success(1, Optional.empty()), now = NOON.plusSeconds(1));
        assertEquals(NOON, backend.snapshot().since());
        backend.record(success(1, Optional.empty()), now = NOON.plusSeconds(2));
        assertEquals(NOON.plusSeconds(2), backend.snapshot().since());
        backend.record(success(1, Optional.empty()), now = NOON.plusSeconds(3));
        assertEquals(NOON.plusSeconds(2), backend.snapshot().since());
    }

    @Test
    void aVoidCheckIsNotCounted() {
        var backend = registry.backend("a").orElseThrow();
        var change =
                backend.record(new CheckResult(new Outcome.Void("paused", error()), report(Optional.of(error()))), now);
        assertEquals(0, change.after().checks());
        assertEquals(1, change.after().state().voids());
    }

    @Test
    void failedModelsAreKnownButNotOffered() {
        healthy("a", Model.named("good"), Model.named("broken").withState(ModelState.FAILED));
        assertEquals(1, registry.counts().models());
        assertEquals(List.of(true, false), availability());
    }

    @Test
    void aModelOnTwoBackendsIsOneEntryWithTheMoreImportantBackendFirst() {
        healthy("a", Model.named("m"));
        healthy("b", Model.named("m"));
        assertEquals(1, registry.counts().models());
        var entry = registry.catalog().entries().getFirst();
        assertEquals(
                List.of("b", "a"),
                entry.places().stream().map(place -> place.backend().name()).toList());
    }

    @Test
    void aModelKeepsTheTimeSinceWhenItIsOfferedWhileSomebodyOffersIt() {
        now = NOON.plusSeconds(10);
        healthy("a", Model.named("m"));
        now = NOON.plusSeconds(20);
        healthy("b", Model.named("m"));
        registry.backend("a").orElseThrow().drain(now);
        assertEquals(
                NOON.plusSeconds(10), registry.catalog().entries().getFirst().since());
    }

    @Test
    void theCatalogIsMadeAgainOnlyAfterAChange() {
        healthy("a", Model.named("m"));
        var first = registry.catalog();
        registry.backend("a").orElseThrow().record(success(5, Optional.empty()), now);
        assertSame(first, registry.catalog());
        registry.backend("a").orElseThrow().drain(now);
        assertTrue(registry.catalog().version() > first.version());
    }

    @Test
    void drainingTakesABackendOutAndLiftingItStartsAnew() {
        healthy("a", Model.named("m"));
        var backend = registry.backend("a").orElseThrow();
        backend.drain(now);
        assertEquals(1, registry.counts().draining());
        assertEquals(0, registry.counts().models());
        backend.undrain(now);
        assertEquals(BackendStatus.UNKNOWN, backend.snapshot().status());
        assertEquals(2, registry.counts().unknown());
    }

    private List<Boolean> availability() {
        return registry.catalog().entries().stream()
                .map(Catalog.Entry::isAvailable)
                .toList();
    }

    private void healthy(String name, Model... models) {
        var backend = registry.backend(name).orElseThrow();
        backend.record(success(1, Optional.of(ModelList.of(models))), now);
        backend.record(success(1, Optional.of(ModelList.of(models))), now);
    }

    static CheckResult success(long millis, Optional<ModelList> models) {
        return new CheckResult(
                new Outcome.Success(models),
                new CheckReport(
                        NOON,
                        Optional.empty(),
                        Optional.empty(),
                        new PhaseTimes(0, 0, 0, millis * 1_000_000, 0),
                        0,
                        Optional.empty(),
                        Optional.empty()));
    }

    static CheckResult failure() {
        return new CheckResult(new Outcome.Failure(error()), report(Optional.of(error())));
    }

    private static CheckReport report(Optional<nexus.app.health.CheckError> error) {
        return new CheckReport(NOON, error, Optional.empty(), PhaseTimes.NONE, 0, Optional.empty(), Optional.empty());
    }

    private static ParseError error() {
        return new ParseError("not JSON", "check the type");
    }

    static BackendConfig config(String name, int priority) {
        var made = BackendConfig.of(name, BackendUrl.parse("http://127.0.0.1:1"), "generic");
        return new BackendConfig(
                made.name(),
                made.url(),
                made.type(),
                priority,
                made.enabled(),
                made.labels(),
                made.credential(),
                made.headers(),
                made.timing(),
                Thresholds.DEFAULT,
                made.healthPath(),
                made.onParseError(),
                made.tls(),
                BackendSource.CONFIGURED);
    }
}
