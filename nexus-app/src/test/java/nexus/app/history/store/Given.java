package nexus.app.history.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.events.Cause;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.history.Span;
import nexus.app.registry.Backend;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.ModelList;

/// Events, fleets and checks that tests make up.
final class Given {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    /// A machine that is busy with other tests makes nothing fail.
    static final History.Patience PATIENCE =
            new History.Patience(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofSeconds(20));

    static final Cause REFUSED = new Cause("ConnectionFailed", "ConnectionFailed", "refused", "start it");

    private Given() {}

    static Event status(long id, String backend, BackendStatus from, BackendStatus to) {
        var cause = to == BackendStatus.UNHEALTHY ? Optional.of(REFUSED) : Optional.<Cause>empty();
        return at(id, new Happening.StatusChanged(backend, from, to, cause, false));
    }

    static Event died(long id, String backend) {
        return status(id, backend, BackendStatus.HEALTHY, BackendStatus.UNHEALTHY);
    }

    static Event removed(long id, String backend) {
        return at(id, new Happening.ConfigChanged(List.of(), List.of(backend), List.of(), List.of(), 0));
    }

    static Event added(long id, String backend) {
        return at(id, new Happening.ConfigChanged(List.of(backend), List.of(), List.of(), List.of(), 0));
    }

    /// Whom or what it asks is another now.
    static Event restarted(long id, String backend) {
        return at(id, new Happening.ConfigChanged(List.of(), List.of(), List.of(backend), List.of(), 0));
    }

    /// One second after the one before.
    static Event at(long id, Happening what) {
        return new Event(id, NOON.plusSeconds(id), what);
    }

    static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    static Span day() {
        return span("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z");
    }

    static BackendConfig config(String name) {
        return BackendConfig.of(name, BackendUrl.parse("http://" + name + ":8001"), "vllm");
    }

    static Registry fleet(String... names) {
        return new Registry(List.of(names).stream().map(Given::config).toList(), () -> NOON);
    }

    static void succeeds(Registry registry, String name, int times, Duration took) {
        record(registry, name, times, new Outcome.Success(Optional.of(ModelList.empty())), took);
    }

    static void fails(Registry registry, String name, int times) {
        record(
                registry,
                name,
                times,
                new Outcome.Failure(new CheckError.ConnectionFailed("refused", "start it")),
                Duration.ZERO);
    }

    private static void record(Registry registry, String name, int times, Outcome outcome, Duration took) {
        Backend backend = registry.backend(name).orElseThrow();
        var phases = new PhaseTimes(0, 0, 0, took.toNanos(), 0);
        for (int i = 0; i < times; i++) {
            backend.record(new CheckResult(outcome, CheckReport.of(NOON, outcome, phases, 0, Optional.empty())), NOON);
        }
    }
}
