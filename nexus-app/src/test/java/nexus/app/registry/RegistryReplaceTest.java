package nexus.app.registry;

import static nexus.app.registry.RegistryTest.failure;
import static nexus.app.registry.RegistryTest.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.OnParseError;
import nexus.app.config.Secret;
import nexus.app.config.Timing;
import nexus.app.config.TlsConfig;
import nexus.app.health.BackendStatus;
import nexus.app.health.HealthState;
import nexus.app.health.Thresholds;
import nexus.spi.Model;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// One fleet follows another.
class RegistryReplaceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Form FORM = new Form("none", "");
    private static final Form ELSEWHERE = new Form("url", BackendUrl.parse("http://127.0.0.1:2"));
    private static final Form DISABLED = new Form("enabled", false);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Timing TIMING = new Timing(SECOND, SECOND, SECOND, SECOND, SECOND);

    private Instant now = NOON;
    private final Registry registry = new Registry(List.of(FORM.named("a"), FORM.named("b")), () -> now);

    /// A configuration, and one component of it that is another.
    private record Form(String component, Object value) {

        BackendConfig named(String name) {
            var plain = BackendConfig.of(name, BackendUrl.parse("http://127.0.0.1:1"), "generic");
            var components = BackendConfig.class.getRecordComponents();
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    boolean other = components[i].getName().equals(component);
                    values[i] = other ? value : components[i].getAccessor().invoke(plain);
                }
                return BackendConfig.class.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(component, e);
            }
        }
    }

    private Backend backend(String name) {
        return registry.backend(name).orElseThrow();
    }

    private Backend healthy(String name) {
        var models = Optional.of(ModelList.of(Model.named("m")));
        backend(name).record(success(4, models), now);
        backend(name).record(success(4, models), now);
        return backend(name);
    }

    private static List<String> names(List<Backend> backends) {
        return backends.stream().map(backend -> backend.config().name()).toList();
    }

    @Test
    void whoIsNewGoneOrStayedIsToldAndSeenInTheNewOrder() {
        var kept = healthy("b");
        var renewal = registry.replace(List.of(FORM.named("c"), FORM.named("b"), DISABLED.named("d")));
        assertEquals(List.of("c", "d"), names(renewal.added()));
        assertEquals(List.of("a"), names(renewal.removed()));
        assertEquals(List.of(), names(renewal.restarted()));
        assertEquals(List.of("c", "b", "d"), names(registry.backends()));
        assertSame(kept, backend("b"));
        assertEquals(Optional.empty(), registry.backend("a"));
        assertEquals(1, registry.counts().healthy());
        assertEquals(1, registry.counts().unknown());
        assertEquals(2, registry.counts().total());
        assertEquals(1, registry.counts().models());
        assertEquals(3, registry.snapshot().backends().size());
    }

    static final List<Arguments> RESTARTS = Stream.of(
                    ELSEWHERE,
                    DISABLED,
                    new Form("type", "openai"),
                    new Form("credential", Optional.of(new BackendConfig.Credential("KEY", new Secret("another")))),
                    new Form("headers", List.of(new BackendConfig.Header("X-A", new Secret("another"), false))),
                    new Form("healthPath", Optional.of("/other")),
                    new Form("tls", new TlsConfig(Optional.empty(), true)))
            .map(Arguments::of)
            .toList();

    @ParameterizedTest
    @FieldSource("RESTARTS")
    void whatIsAskedElsewhereOrOtherwiseStartsAnewWithItsCounters(Form changed) {
        // given
        var old = healthy("a");
        old.record(failure(), now);
        now = NOON.plusSeconds(60);
        // when
        var renewal = registry.replace(List.of(changed.named("a"), FORM.named("b")));
        // then
        assertEquals(List.of("a"), names(renewal.restarted()));
        assertNotSame(old, backend("a"));
        var anew = backend("a").snapshot();
        assertEquals(HealthState.INITIAL, anew.state());
        assertEquals(now, anew.since());
        assertEquals(3, anew.checks());
        assertEquals(1, anew.failed());
        assertEquals(old.recent(), backend("a").recent());
        assertEquals(OptionalDouble.empty(), anew.latency());
        assertEquals(Optional.empty(), anew.models());
        assertEquals(0, registry.counts().models());
        assertEquals(0, registry.counts().healthy());
        assertEquals(changed.equals(DISABLED) ? 1 : 2, registry.counts().unknown());
    }

    static final List<Arguments> KEPT = Stream.of(
                    new Form("priority", 1),
                    new Form("labels", Map.of("rack", "7")),
                    new Form("timing", TIMING),
                    new Form("thresholds", new Thresholds(9, 9)),
                    new Form("onParseError", OnParseError.ALIVE),
                    new Form("source", BackendSource.ADDED))
            .map(Arguments::of)
            .toList();

    @ParameterizedTest
    @FieldSource("KEPT")
    void anyOtherChangeKeepsTheObjectAndAllThatItKnows(Form changed) {
        var old = healthy("a");
        var before = old.snapshot();
        registry.replace(List.of(changed.named("a"), FORM.named("b")));
        assertSame(old, backend("a"));
        assertEquals(changed.named("a"), old.config());
        assertEquals(before, old.snapshot().configured(before.config()));
        assertFalse(old.isRetired());
        var place = registry.catalog().entries().getFirst().places().getFirst();
        assertEquals(changed.named("a"), place.backend().config());
    }

    @Test
    void whatIsRecordedOnOneThatIsGoneChangesNothingThatAnybodySees() {
        // given
        var removed = healthy("a");
        var restarted = healthy("b");
        registry.replace(List.of(ELSEWHERE.named("b")));
        var counts = registry.counts();
        var catalog = registry.catalog();
        // when
        for (var gone : List.of(removed, restarted)) {
            assertTrue(gone.isRetired());
            gone.drain(now);
            gone.undrain(now);
            gone.plan(Optional.of(now));
            for (int i = 0; i < 5; i++) {
                assertFalse(gone.record(failure(), now).isTransition());
            }
            gone.record(success(1, Optional.of(ModelList.of(Model.named("other")))), now);
        }
        // then
        assertEquals(counts, registry.counts());
        assertSame(catalog, registry.catalog());
        assertEquals(2, backend("b").snapshot().checks());
        assertEquals(BackendStatus.UNKNOWN, backend("b").snapshot().status());
    }

    @Test
    void whoIsDrainingStaysSoWhetherKeptOrRestarted() {
        backend("a").drain(now);
        backend("b").drain(now);
        registry.replace(List.of(new Form("priority", 1).named("a"), ELSEWHERE.named("b")));
        assertEquals(2, registry.counts().draining());
        backend("b").undrain(now);
        assertEquals(BackendStatus.UNKNOWN, backend("b").snapshot().status());
        assertEquals(1, registry.counts().unknown());
    }

    @Test
    void aDisabledBackendIsNeverCountedNotEvenWhileItIsDraining() {
        registry.replace(List.of(DISABLED.named("a"), FORM.named("b")));
        backend("a").drain(now);
        assertEquals(1, registry.counts().unknown());
        assertEquals(0, registry.counts().draining());
        registry.replace(List.of(FORM.named("a"), FORM.named("b")));
        assertEquals(1, registry.counts().draining());
        assertEquals(1, registry.counts().unknown());
    }

    @Test
    void theSameFleetAgainIsNoNewVersionAndAnotherOrderIs() {
        var list = registry.backends();
        long version = registry.counts().version();
        registry.replace(List.of(FORM.named("a"), FORM.named("b")));
        assertEquals(version, registry.counts().version());
        assertSame(list, registry.backends());
        registry.replace(List.of(FORM.named("b"), FORM.named("a")));
        assertEquals(version + 1, registry.counts().version());
        assertEquals(List.of("b", "a"), names(registry.backends()));
    }

    @Test
    void twoOfOneNameAreRefusedAndChangeNothing() {
        var list = registry.backends();
        assertThrows(
                IllegalArgumentException.class,
                () -> registry.replace(List.of(FORM.named("c"), FORM.named("a"), FORM.named("c"))));
        assertSame(list, registry.backends());
        assertFalse(list.getFirst().isRetired());
    }

    @Test
    void aModelThatAnotherOneStillOffersKeepsItsTime() {
        now = NOON.plusSeconds(1);
        healthy("a");
        now = NOON.plusSeconds(2);
        healthy("b");
        registry.replace(List.of(FORM.named("b")));
        assertEquals(
                NOON.plusSeconds(1), registry.catalog().entries().getFirst().since());
        assertEquals(1, registry.counts().models());
        registry.replace(List.of());
        assertEquals(0, registry.counts().models());
        assertEquals(List.of(), registry.catalog().entries());
    }
}
