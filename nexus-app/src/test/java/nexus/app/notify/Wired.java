package nexus.app.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nexus.app.Eventually;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.QuietHours;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.config.Samples;
import nexus.app.events.Event;
import nexus.app.events.EventLog;
import nexus.app.events.FakeStore;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.ModelList;

/// A registry whose checks a test makes up, and a notifier that hears of it: all real down to the socket.
final class Wired {

    private static final Outcome FAILURE = new Outcome.Failure(new CheckError.ConnectionFailed("refused", "start it"));
    private static final Outcome SUCCESS = new Outcome.Success(Optional.of(ModelList.empty()));

    final Hook hook = Hook.start();
    private final FakeStore store = new FakeStore();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private Registry registry;
    private EventLog log;
    private Notifier notifier;

    void end() throws Exception {
        for (var part : parts.reversed()) {
            part.close();
        }
        hook.close();
    }

    Registry registry() {
        return registry;
    }

    Notifier notifier() {
        return notifier;
    }

    /// Nexus stops telling.
    void stop() {
        notifier.close();
    }

    void start(List<ReceiverConfig> receivers, String... backends) {
        registry = new Registry(fleet(List.of(backends)), InstantSource.system());
        log = EventLog.start(store, InstantSource.system(), "test");
        parts.add(log);
        registry.observe(log);
        notifier = Notifier.start(receivers, log, registry, InstantSource.system(), "test");
        parts.add(notifier);
    }

    void fail(String backend) {
        check(backend, FAILURE, 3);
    }

    void succeed(String backend) {
        check(backend, SUCCESS, 2);
    }

    String test(String name) {
        return notifier.test(name).orElseThrow().toString();
    }

    /// Waits for a message with this in it.
    void awaitText(String part) {
        Eventually.seen(
                part,
                hook::requests,
                all -> all.stream().anyMatch(request -> request.body().contains(part)));
    }

    String title(int number) {
        return read(hook.await(number).get(number - 1).body());
    }

    static String read(String body) {
        try {
            return new ObjectMapper().readTree(body).get("title").textValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ReceiverConfig receiver(String name) {
        return receiver(name, hook.url());
    }

    ReceiverConfig receiver(String name, ReceiverConfig.Scope scope) {
        return receiver(name, hook.url(), scope, Duration.ofMillis(50));
    }

    static ReceiverConfig receiver(String name, String url) {
        return receiver(name, url, ReceiverConfig.Scope.ALL, Duration.ofMillis(50));
    }

    static ReceiverConfig receiver(String name, String url, ReceiverConfig.Scope scope, Duration group) {
        var receiver = Samples.receiver(name, url + "/hook", ReceiverShape.JSON);
        return new ReceiverConfig(
                name,
                receiver.url(),
                receiver.shape(),
                Optional.empty(),
                scope,
                receiver.topics(),
                group,
                receiver.remind(),
                QuietHours.NEVER,
                receiver.timeout(),
                Optional.empty());
    }

    void stored(String backend, BackendStatus status) {
        var happening = new Happening.StatusChanged(backend, BackendStatus.UNKNOWN, status, Optional.empty(), false);
        store.append(List.of(new Event(store.last() + 1, Instant.EPOCH, happening)));
        store.reserve(store.last());
    }

    private void check(String backend, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            var report = CheckReport.of(Instant.now(), outcome, PhaseTimes.NONE, 0, Optional.empty());
            registry.backend(backend).orElseThrow().record(new CheckResult(outcome, report), Instant.now());
        }
    }

    private static List<BackendConfig> fleet(List<String> names) {
        return names.stream().map(Wired::config).toList();
    }

    static BackendConfig disabled(BackendConfig backend) {
        return new BackendConfig(
                backend.name(),
                backend.url(),
                backend.type(),
                backend.priority(),
                false,
                backend.labels(),
                backend.credential(),
                backend.headers(),
                backend.timing(),
                backend.thresholds(),
                backend.healthPath(),
                backend.onParseError(),
                backend.tls(),
                backend.source());
    }

    static BackendConfig config(String name) {
        return BackendConfig.of(name, BackendUrl.parse("http://gpu-1:8001/" + name), "vllm");
    }
}
