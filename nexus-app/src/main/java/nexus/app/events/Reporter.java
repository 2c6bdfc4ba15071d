package nexus.app.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError;
import nexus.app.registry.Backend;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Change;
import nexus.app.registry.CheckReport;
import nexus.app.registry.Renewal;
import nexus.spi.ModelList;

/// Puts into words what changed. Remembers what was told of each backend. For one thread.
final class Reporter {

    private final Map<String, BackendStatus> lastKnown;
    private final Calm<Cause> causes = new Calm<>(Cause::isSameReason);
    private final Calm<ModelList> lists = new Calm<>(ModelList::equals);
    private final Moves moves = new Moves();

    /// @param lastKnown what was known of backends when the run before ended
    Reporter(Map<String, BackendStatus> lastKnown) {
        this.lastKnown = new HashMap<>(lastKnown);
    }

    /// Whether a change may have to be told; most have not. Cheap: for the thread of a check.
    static boolean isNews(Change change) {
        return change.isTransition()
                || change.before().models() != change.after().models()
                || isAnotherError(change);
    }

    private static boolean isAnotherError(Change change) {
        if (change.after().status() != BackendStatus.UNHEALTHY) {
            return false;
        }
        var before = error(change.before()).map(Cause::of);
        var after = error(change.after()).map(Cause::of);
        return before.isPresent() && after.isPresent()
                ? !before.get().isSameReason(after.get())
                : before.isPresent() || after.isPresent();
    }

    List<Happening> changed(Change change, Instant now) {
        var told = new ArrayList<Happening>(1);
        if (change.isTransition()) {
            told.add(transition(change));
        } else if (change.after().status() == BackendStatus.UNHEALTHY) {
            error(change.after())
                    .map(Cause::of)
                    .ifPresent(cause -> causes.seen(
                                    change.after().name(),
                                    error(change.before()).map(Cause::of).orElse(cause),
                                    cause,
                                    now)
                            .ifPresent(step -> told.add(causeChanged(step))));
        }
        if (change.before().models().isPresent() && change.after().models().isPresent()) {
            lists.seen(
                            change.after().name(),
                            change.before().models().get(),
                            change.after().models().get(),
                            now)
                    .ifPresent(step -> told.addAll(listChanged(step, now)));
        }
        return told;
    }

    /// What was held back for a while and is to be told now.
    List<Happening> due(Instant now) {
        var told = new ArrayList<Happening>();
        causes.due(now).forEach(step -> told.add(causeChanged(step)));
        lists.due(now).forEach(step -> told.addAll(listChanged(step, now)));
        return told;
    }

    List<Happening> fleetChanged(Renewal renewal) {
        renewal.removed().forEach(backend -> {
            forget(backend);
            lastKnown.remove(backend.config().name());
        });
        renewal.restarted().forEach(this::forget);
        var names = new Names();
        var told = new Happening.ConfigChanged(
                names.first(of(renewal.added())),
                names.first(of(renewal.removed())),
                names.first(of(renewal.restarted())),
                names.first(of(renewal.changed())),
                names.untold());
        return names.isEmpty() ? List.of() : List.of(told);
    }

    private Happening transition(Change change) {
        String name = change.after().name();
        var from = change.before().status();
        var to = change.after().status();
        var cause = to == BackendStatus.UNHEALTHY ? error(change.after()).map(Cause::of) : Optional.<Cause>empty();
        cause.ifPresentOrElse(known -> causes.told(name, known), () -> causes.forget(name));
        boolean resumed = from == BackendStatus.UNKNOWN && lastKnown.get(name) == to;
        if (to != BackendStatus.UNKNOWN) {
            lastKnown.put(name, to);
        }
        return new Happening.StatusChanged(name, from, to, cause, resumed);
    }

    private static Happening causeChanged(Calm.Step<Cause> step) {
        return new Happening.CauseChanged(step.backend(), step.before(), step.after());
    }

    private List<Happening> listChanged(Calm.Step<ModelList> step, Instant now) {
        var difference = ModelDifference.between(step.before(), step.after());
        var told = new ArrayList<Happening>(1);
        difference.told(step.backend()).ifPresent(told::add);
        told.addAll(moves.seen(step.backend(), difference, now));
        return told;
    }

    private void forget(Backend backend) {
        causes.forget(backend.config().name());
        lists.forget(backend.config().name());
    }

    private static List<String> of(List<Backend> backends) {
        return backends.stream().map(backend -> backend.config().name()).toList();
    }

    private static Optional<CheckError> error(BackendSnapshot backend) {
        return backend.lastCheck().flatMap(CheckReport::error);
    }
}
