package nexus.app.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.Origins;
import nexus.app.config.Secret;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;

/// Registries with a history, made through the registry's own door.
final class Fleets {

    static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final ApiInfo INFO = new ApiInfo("0.1.0", true, NOW.minusSeconds(150), CLOCK, () -> Origins.NONE);
    static final String SECRET = "sk-planted-secret";
    static final PhaseTimes PHASES = new PhaseTimes(100_000, 400_000, 0, 11_500_000, 400_000);

    private Fleets() {}

    static BackendConfig backend(String name, String type) {
        return BackendConfig.of(name, BackendUrl.parse("http://" + name + ":8001/v1"), type);
    }

    /// One healthy, one unhealthy that had models, one never checked, one disabled; secrets everywhere.
    static Registry mixed() {
        var registry = new Registry(
                List.of(
                        with(backend("gpu-1", "vllm"), 50, true),
                        with(backend("gpu-2", "llamacpp"), 10, true),
                        backend("new", "ollama"),
                        with(backend("off", "generic"), 50, false)),
                CLOCK);
        succeed(registry, "gpu-1", 2, qwen());
        succeed(registry, "gpu-2", 2, ModelList.of(Model.named("tiny")));
        fail(registry, "gpu-2", 3, new CheckError.HttpError(503, true, "it says: Loading model", "wait"));
        return registry;
    }

    static Registry of(BackendConfig... backends) {
        return new Registry(List.of(backends), CLOCK);
    }

    static ModelList qwen() {
        return ModelList.of(Model.named("Qwen/Qwen3-8B")
                .withContextLength(32768)
                .withState(ModelState.LOADED)
                .withCapabilities(List.of("chat")));
    }

    static void succeed(Registry registry, String name, int times, ModelList models) {
        record(registry, name, times, new Outcome.Success(Optional.of(models)), Optional.empty());
    }

    static void fail(Registry registry, String name, int times, CheckError error) {
        record(registry, name, times, new Outcome.Failure(error), Optional.of(error));
    }

    private static void record(Registry registry, String name, int times, Outcome outcome, Optional<CheckError> error) {
        var report =
                new CheckReport(NOW, error, Optional.empty(), PHASES, 1_250_000, Optional.empty(), Optional.empty());
        for (int i = 0; i < times; i++) {
            registry.backend(name).orElseThrow().record(new CheckResult(outcome, report), NOW);
        }
    }

    static BackendConfig with(BackendConfig plain, int priority, boolean enabled) {
        return new BackendConfig(
                plain.name(),
                plain.url(),
                plain.type(),
                priority,
                enabled,
                Map.of("rack", "r1"),
                Optional.of(new BackendConfig.Credential("GPU_KEY", new Secret(SECRET))),
                List.of(new BackendConfig.Header("X-Token", new Secret(SECRET), false)),
                plain.timing(),
                plain.thresholds(),
                plain.healthPath(),
                plain.onParseError(),
                plain.tls(),
                BackendSource.CONFIGURED);
    }
}
