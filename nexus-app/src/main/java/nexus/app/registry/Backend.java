package nexus.app.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import nexus.app.config.BackendConfig;
import nexus.app.health.HealthState;
import nexus.app.health.Outcome;
import nexus.app.health.StateMachine;

/// The place where what is known of one backend is kept. Thread-safe; reading never waits.
///
/// One object is one incarnation. When the registry's fleet is replaced by one without it, it is retired: it
/// can still be used, but changes nothing any more that anybody sees.
public final class Backend {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Registry registry;
    private final AtomicReference<BackendSnapshot> current;
    private volatile RecentChecks recent = new RecentChecks();
    private volatile boolean retired;

    /// A backend of which nothing is known yet.
    Backend(Registry registry, BackendConfig config, Instant now) {
        this.registry = registry;
        this.current = new AtomicReference<>(BackendSnapshot.initial(config, now));
    }

    /// Goes on where its former incarnation ended: with what was counted and seen so far, and draining if
    /// that was. To be called before anybody sees it.
    void inherit(Backend former) {
        current.updateAndGet(before -> before.inheriting(former.snapshot()));
        recent = former.recent.copy();
    }

    public BackendSnapshot snapshot() {
        return current.get();
    }

    public BackendConfig config() {
        return current.get().config();
    }

    /// The last 30 checks, oldest first, void ones included.
    public List<RecentCheck> recent() {
        return recent.list();
    }

    /// Whether the fleet goes on without this object; never false again.
    public boolean isRetired() {
        return retired;
    }

    /// Takes in the result of a check that ended at `now`; thrown away if this is retired.
    public Change record(CheckResult result, Instant now) {
        var change = update(before -> after(before, result, now));
        recent.add(result.report(), StateMachine.counts(change.before().state(), result.outcome()));
        return change;
    }

    /// Notes when the next check is due; empty for never.
    public void plan(Optional<Instant> next) {
        update(before -> before.planned(next));
    }

    /// The operator takes the backend out of service.
    public Change drain(Instant now) {
        return update(before -> moved(before, before.state().drained(), now));
    }

    /// The operator puts a draining backend back, as Unknown.
    public Change undrain(Instant now) {
        return update(before -> moved(before, before.state().undrained(), now));
    }

    boolean replace(BackendSnapshot before, BackendSnapshot after) {
        return current.compareAndSet(before, after);
    }

    /// To be called under the registry's lock, as [#retire].
    void configure(BackendConfig config) {
        current.updateAndGet(before -> before.configured(config));
    }

    void retire() {
        retired = true;
    }

    private Change update(UnaryOperator<BackendSnapshot> step) {
        while (!retired) {
            var before = current.get();
            var change = new Change(before, step.apply(before));
            if (change.concernsFleet() ? registry.publish(this, change) : publish(change)) {
                return change;
            }
        }
        return Change.none(current.get());
    }

    private boolean publish(Change change) {
        boolean done = replace(change.before(), change.after());
        if (done && !retired) {
            registry.checked(change);
        }
        return done;
    }

    private static BackendSnapshot moved(BackendSnapshot before, HealthState state, Instant now) {
        return new BackendSnapshot(
                before.config(),
                state,
                state.status() == before.status() ? before.since() : now,
                before.latency(),
                before.models(),
                before.lastCheck(),
                before.nextCheck(),
                before.checks(),
                before.failed());
    }

    private static BackendSnapshot after(BackendSnapshot before, CheckResult result, Instant now) {
        var state = StateMachine.next(
                before.state(), result.outcome(), before.config().thresholds());
        boolean counts = StateMachine.counts(before.state(), result.outcome());
        boolean failed = !(result.outcome() instanceof Outcome.Success);
        var models = result.outcome() instanceof Outcome.Success success
                ? success.models()
                        .filter(list -> !before.models().equals(Optional.of(list)))
                        .or(before::models)
                : before.models();
        return new BackendSnapshot(
                before.config(),
                state,
                state.status() == before.status() ? before.since() : now,
                failed
                        ? before.latency()
                        : smoothed(before.latency(), result.report().phases().total()),
                models,
                Optional.of(result.report()),
                before.nextCheck(),
                before.checks() + (counts ? 1 : 0),
                before.failed() + (counts && failed ? 1 : 0));
    }

    /// An exponential moving average with alpha 0.2: a spike is smoothed, a trend is followed.
    private static OptionalDouble smoothed(OptionalDouble average, long sampleNanos) {
        double sample = sampleNanos / NANOS_PER_MILLI;
        return OptionalDouble.of(average.isPresent() ? (sample + 4 * average.getAsDouble()) / 5 : sample);
    }
}
