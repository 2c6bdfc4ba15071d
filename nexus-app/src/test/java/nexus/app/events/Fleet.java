package nexus.app.events;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.Backend;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.ModelList;

/// Backends `b0`, `b1`, ... whose checks a test makes up.
final class Fleet {

    static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    static final CheckError REFUSED = new CheckError.ConnectionFailed("connection refused", "start it");

    private Fleet() {}

    static Registry of(int size) {
        return new Registry(
                IntStream.range(0, size).mapToObj(i -> config("b" + i)).toList(), () -> NOW);
    }

    static BackendConfig config(String name) {
        return BackendConfig.of(name, BackendUrl.parse("http://" + name + ":8001"), "vllm");
    }

    static void all(Registry registry, Consumer<Backend> action) {
        registry.backends().forEach(action);
    }

    static void succeed(Backend backend, int times) {
        succeed(backend, times, ModelList.empty());
    }

    static void succeed(Backend backend, int times, ModelList models) {
        check(backend, times, new Outcome.Success(Optional.of(models)));
    }

    static void fail(Backend backend, int times) {
        fail(backend, times, REFUSED);
    }

    static void fail(Backend backend, int times, CheckError error) {
        check(backend, times, new Outcome.Failure(error));
    }

    private static void check(Backend backend, int times, Outcome outcome) {
        for (int i = 0; i < times; i++) {
            backend.record(
                    new CheckResult(outcome, CheckReport.of(NOW, outcome, PhaseTimes.NONE, 0, Optional.empty())), NOW);
        }
    }
}
