package nexus.app.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Lines;
import nexus.app.probes.Probes;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Registry;

/// A fleet whose checks are real but are run one by one, when a test says so, on clocks that a test can move.
/// Everything that the checks of a [Checker] share is shared here too.
public final class HandRun implements AutoCloseable {

    private final AtomicLong paused = new AtomicLong();
    private final AtomicLong wall = new AtomicLong();
    private final Pauses pauses = new Pauses();
    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private final Targets targets;
    private final Check check;

    public HandRun(Lines lines, int maxBodyBytes, List<BackendConfig> backends) {
        Clock clock = new Shifted(paused, wall);
        targets = new Targets(lines, Probes.load(), maxBodyBytes);
        check = new Check(targets.inquiry(), pauses, new NetworkSuspicion(), clock, new CheckLog());
        for (var backend : new Registry(backends, clock::instant).backends()) {
            var turn = new Turn(targets.of(backend.config()), backend, Rhythm.of(turns.size()));
            turn.plan(clock.nanos());
            turns.put(backend.config().name(), turn);
        }
    }

    /// The real checker of such a fleet.
    public static Checker checker(Registry registry, Lines lines, int maxBodyBytes) {
        return new Checker(registry, new Targets(lines, Probes.load(), maxBodyBytes));
    }

    private record Shifted(AtomicLong paused, AtomicLong wall) implements Clock {
        @Override
        public long nanos() {
            return System.nanoTime() + paused.get();
        }

        @Override
        public Instant instant() {
            return Instant.now().plusNanos(wall.get());
        }
    }

    /// Checks one backend on this thread, and returns what is known of it then.
    public BackendSnapshot check(String name) {
        return check.run(turns.get(name)).after();
    }

    public BackendSnapshot snapshot(String name) {
        return turns.get(name).backend.snapshot();
    }

    /// The process stands still for so long; the ticker has just noticed it.
    public void pause(Duration length) {
        pauses.sleepingUntil(System.nanoTime() + paused.get());
        pauses.woke(System.nanoTime() + paused.addAndGet(length.toNanos()));
        pauses.sleepingUntil(Long.MAX_VALUE);
    }

    /// Somebody sets the clock on the wall.
    public void setWallClock(Duration step) {
        wall.addAndGet(step.toNanos());
    }

    @Override
    public void close() {
        targets.close();
    }
}
