package nexus.app.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nexus.app.check.Checker;
import nexus.app.check.Recognition;
import nexus.app.config.BackendConfig;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.probes.Probes;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// A program's parts around an operator, on real files; what would be checks is only noted.
final class Scene {

    static final String TWO = """
            [[backends]]
            name = "a"
            url = "http://a:1"
            type = "vllm"
            [[backends]]
            name = "b"
            url = "http://b:1"
            type = "ollama"
            """;

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T16:00:00Z"));
    private static final Map<String, String> TYPES =
            Map.of("vllm", "vllm", "ollama", "ollama", "llama.cpp", "llamacpp", "llamacpp", "llamacpp");

    final Path file;
    Map<String, String> environment = Map.of();
    final List<String> checked = new ArrayList<>();
    final List<NexusConfig> settings = new ArrayList<>();
    int followed;
    Optional<RuntimeException> trouble = Optional.empty();
    boolean uncheckable;
    Recognition recognition = new Recognition.Recognised("vllm", "/version answers as vllm does");
    Registry registry;
    Operator operator;

    Scene(Path folder, String toml) {
        this.file = folder.resolve("nexus.toml");
        write(toml);
        start();
    }

    void write(String toml) {
        try {
            Files.writeString(file, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path stateFile() {
        return file.resolveSibling("nexus.state.toml");
    }

    /// As the program starts: again, after it ended.
    void start() {
        var source = new ConfigSource(Optional.of(file), Overrides.NONE, environment, TYPES);
        start(Standing.atStart(source, source.read()));
    }

    /// Without a file.
    void startWithout(NexusConfig config) {
        start(Standing.atStart(new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), TYPES), config));
    }

    private void start(Standing standing) {
        registry = new Registry(standing.composition().fleet(), CLOCK);
        var checks = new Checks(this::prepare, this::follow, this::check);
        operator = new Operator(standing, registry, new Surroundings(checks, _ -> recognition, settings::add, CLOCK));
    }

    /// A real checker that knows no type refuses every fleet.
    private void prepare(List<BackendConfig> fleet) {
        if (uncheckable) {
            try (var checker = new Checker(new Registry(List.of(), CLOCK), Probes.of(), operator.config())) {
                checker.prepare(fleet);
            }
        }
    }

    private void follow() {
        followed++;
        var now = trouble;
        trouble = Optional.empty();
        now.ifPresent(why -> {
            throw why;
        });
    }

    private CompletableFuture<Change> check(Backend backend) {
        checked.add(backend.snapshot().name());
        return CompletableFuture.completedFuture(succeed(backend.snapshot().name()));
    }

    /// One good check.
    Change succeed(String name) {
        var outcome = new Outcome.Success(Optional.of(ModelList.of(Model.named("m-" + name))));
        var report = CheckReport.of(CLOCK.instant(), outcome, PhaseTimes.NONE, 0, Optional.empty());
        return registry.backend(name).orElseThrow().record(new CheckResult(outcome, report), CLOCK.instant());
    }

    String status(String name) {
        return registry.backend(name).orElseThrow().snapshot().status().text();
    }

    /// The names of the fleet, in its order.
    String fleet() {
        return registry.backends().stream()
                .map(backend -> backend.config().name())
                .collect(Collectors.joining(" "));
    }
}
