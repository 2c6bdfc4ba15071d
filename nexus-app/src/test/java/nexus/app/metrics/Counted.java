package nexus.app.metrics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.ReceiverShape;
import nexus.app.config.Samples;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.notify.ReceiverState;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// A registry whose checks are counted.
final class Counted {

    static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    static final CheckError REFUSED = new CheckError.ConnectionFailed("refused", "start it");
    private static final PhaseTimes PHASES = new PhaseTimes(100_000, 400_000, 0, 11_000_000, 500_000);

    final Registry registry;
    final Metrics metrics;

    Counted(BackendConfig... fleet) {
        registry = new Registry(List.of(fleet), () -> NOW);
        metrics = Metrics.observing(registry, "0.1.0", NOW);
    }

    /// Every metric has at least one series.
    static Counted busy() {
        var counted = new Counted(backend("good", "vllm"), backend("dead", "ollama"));
        counted.succeed("good", 2);
        counted.fail("dead", 3, REFUSED);
        counted.metrics.receivers(() -> List.of(receiver("ops")));
        return counted;
    }

    static BackendConfig backend(String name, String type) {
        return BackendConfig.of(name, BackendUrl.parse("http://" + name + ":8001"), type);
    }

    static ReceiverState receiver(String name) {
        var config = Samples.receiver(name, "http://hook/x", ReceiverShape.SLACK);
        var tally = new ReceiverState.Tally(7, 6, 5, 4, 3, Optional.of(NOW));
        return new ReceiverState(config, 2, tally, Optional.empty());
    }

    void succeed(String name, int times) {
        record(name, times, new Outcome.Success(Optional.of(ModelList.of(Model.named("m1"), Model.named("m2")))));
    }

    void fail(String name, int times, CheckError error) {
        record(name, times, new Outcome.Failure(error));
    }

    void voided(String name, int times) {
        record(name, times, new Outcome.Void("paused", REFUSED));
    }

    private void record(String name, int times, Outcome outcome) {
        var report = CheckReport.of(NOW, outcome, PHASES, 2_000_000, Optional.empty());
        for (int i = 0; i < times; i++) {
            registry.backend(name).orElseThrow().record(new CheckResult(outcome, report), NOW);
        }
    }

    String text() {
        return text("");
    }

    String text(String accept) {
        return new String(metrics.page(accept).bytes(), StandardCharsets.UTF_8);
    }

    Scrape scrape() {
        return Scrape.of(text());
    }
}
