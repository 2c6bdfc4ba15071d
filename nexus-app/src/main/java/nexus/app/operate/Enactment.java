package nexus.app.operate;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nexus.app.check.CheckerException;
import nexus.app.config.ConfigException;
import nexus.app.config.NexusConfig;
import nexus.app.config.RuntimeChanges;
import nexus.app.config.StateFile;
import nexus.app.config.StateFileException;
import nexus.app.health.BackendStatus;
import nexus.app.operate.OperateException.Kind;
import nexus.app.registry.Backend;
import nexus.app.registry.Registry;

/// Makes a [Standing] true: stored first, then shown by the registry, then followed by the checks. Guarded by the
/// operator's lock.
final class Enactment {

    private final Optional<StateFile> stateFile;
    private final Registry registry;
    private final Checks checks;
    private final Consumer<NexusConfig> settings;
    private final InstantSource clock;

    /// @param stateFile empty: changes live in memory only
    /// @param settings  is told of every configuration that comes into force
    Enactment(
            Optional<StateFile> stateFile,
            Registry registry,
            Checks checks,
            Consumer<NexusConfig> settings,
            InstantSource clock) {
        this.stateFile = stateFile;
        this.registry = registry;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return what is in force now: `after`, as it was stored
    /// @throws OperateException if it can't be stored or enacted; then `before` is in force
    Standing enact(Standing before, Standing after) throws OperateException {
        prepare(after);
        var stored = stored(before, after);
        try {
            show(before, stored);
            settings.accept(stored.config());
            return stored;
        } catch (RuntimeException e) {
            takeBack(before, stored, e);
            throw e;
        }
    }

    private void prepare(Standing after) throws OperateException {
        try {
            checks.prepare().accept(after.composition().fleet());
        } catch (CheckerException e) {
            throw new OperateException(Kind.INVALID, e.getMessage(), List.of(), e);
        }
    }

    private Standing stored(Standing before, Standing after) throws OperateException {
        if (stateFile.isEmpty() || after.changes().equals(before.changes())) {
            return after;
        }
        return after.with(write(after.changes()));
    }

    private RuntimeChanges write(RuntimeChanges changes) throws OperateException {
        try {
            return stateFile.orElseThrow().write(changes);
        } catch (StateFileException e) {
            throw new OperateException(Kind.NOT_STORED, "nothing was changed: " + e.getMessage(), List.of(), e);
        }
    }

    private void show(Standing before, Standing after) {
        registry.replace(after.composition().fleet());
        drain(before, after);
        checks.follow().run();
    }

    /// A backend that starts anew is not draining yet, one that was put back still is.
    private void drain(Standing before, Standing after) {
        var drained = after.composition().drained();
        var concerned = new LinkedHashSet<>(before.composition().drained());
        concerned.addAll(drained);
        concerned.forEach(name -> registry.backend(name)
                .filter(backend -> backend.config().enabled())
                .ifPresent(backend -> drain(backend, drained.contains(name))));
    }

    private void drain(Backend backend, boolean wanted) {
        boolean draining = backend.snapshot().status() == BackendStatus.DRAINING;
        if (wanted && !draining) {
            backend.drain(clock.instant());
        } else if (!wanted && draining) {
            backend.undrain(clock.instant());
        }
    }

    /// Whole or not at all, also when what can't happen did.
    private void takeBack(Standing before, Standing failed, RuntimeException why) {
        try {
            show(failed, before);
            if (stateFile.isPresent() && !failed.changes().equals(before.changes())) {
                stateFile.get().write(before.changes());
            }
        } catch (StateFileException | ConfigException e) {
            why.addSuppressed(e);
        }
    }

    /// What was drained when the program last ended still is.
    void begin(Standing first) {
        drain(first, first);
    }
}
