package nexus.app.operate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.config.BackendSource;
import nexus.app.config.ConfigException;
import nexus.app.config.NexusConfig;
import nexus.app.config.Origins;
import nexus.app.config.RuntimeChanges;
import nexus.app.config.StateFile;
import nexus.app.registry.Registry;

/// Changes the fleet while it runs. Thread-safe: one operation at a time, each done whole or not at all.
///
/// What it changes outlives the program where there is a state file. Reading what is in force never waits.
public final class Operator {

    private static final String FORGOTTEN =
            "kept in memory only: this Nexus has no configuration file, so a restart forgets it";

    private final ReentrantLock operating = new ReentrantLock();
    private final Registry registry;
    private final Enactment enactment;
    private final CheckNow checkNow;
    private final TypeFinder types;
    private final Plans plans;
    private final Optional<StateFile> stateFile;
    private volatile Standing standing;

    /// @param first what the registry was made of
    public Operator(Standing first, Registry registry, Surroundings around) {
        this.standing = first;
        this.registry = registry;
        this.stateFile = first.source().stateFile(first.config());
        this.enactment = new Enactment(stateFile, registry, around.checks(), around.settings(), around.clock());
        this.checkNow = new CheckNow(registry, around.checks(), first.config().healthCheck());
        this.types = new TypeFinder(first.source(), around.recognizer());
        this.plans = new Plans(first.source(), first.config());
        enactment.begin(first);
    }

    /// Says what changes of earlier runs are in force.
    public void tell() {
        OperateLog.started(standing.changes(), stateFile);
    }

    /// The configuration in force; of what waits for a restart it says what the file wants.
    public NexusConfig config() {
        return standing.config();
    }

    /// Where each setting of the fleet comes from.
    public Origins origins() {
        return standing.composition().origins();
    }

    /// What the file would change, or this text in its place. Changes nothing.
    ///
    /// @throws OperateException if it is invalid, or there is no configuration file
    public Reload plan(Optional<String> text) throws OperateException {
        var now = standing;
        return plans.between(now, plans.read(now, text));
    }

    /// Follows the file as it is now.
    ///
    /// @throws OperateException as [#plan]; the log has the reasons then too
    public Reload reload() throws OperateException {
        operating.lock();
        try {
            var wanted = plans.read(standing, Optional.empty());
            var reload = plans.between(standing, wanted);
            standing = enactment.enact(standing, wanted);
            OperateLog.reloaded(reload, standing.composition().fleet().size());
            return reload.done();
        } catch (OperateException e) {
            OperateLog.notReloaded(e);
            throw e;
        } finally {
            operating.unlock();
        }
    }

    /// Adds a backend. One without a type is asked what it is, which takes some seconds at the most; one without
    /// a name is given one.
    public Done add(BackendEntry given) throws OperateException {
        new Admission(standing, types).mayLend(given); // before the server is asked what it is
        var typed = types.typed(given, standing.config());
        operating.lock();
        try {
            var admission = new Admission(standing, types);
            var entry = admission.named(typed.entry());
            var backend = admission.judged(entry);
            var notes = Notes.ofSameUrl(standing.composition().fleet(), backend);
            enact(changes -> changes.withAdded(entry).withoutRemoved(backend.name()));
            OperateLog.added(backend);
            return done(backend.name(), typed.how(), notes);
        } finally {
            operating.unlock();
        }
    }

    /// Takes a backend out. One that was added is forgotten, any other is remembered as removed.
    public Removed remove(String name) throws OperateException {
        operating.lock();
        try {
            boolean added = existing(name).source() == BackendSource.ADDED;
            enact(changes -> {
                var without = changes.withoutAdded(name).withoutDrained(name);
                return added ? without : without.withRemoved(name);
            });
            OperateLog.done("backend removed", name);
            return new Removed(name, !added, notes());
        } finally {
            operating.unlock();
        }
    }

    /// Brings a backend back that was removed.
    public Done restore(String name) throws OperateException {
        operating.lock();
        try {
            if (!standing.changes().removed().contains(name)) {
                existing(name);
                throw OperateException.conflict("the backend \"" + name + "\" is not removed");
            }
            var back = standing.with(standing.changes().withoutRemoved(name));
            if (back.backend(name).isEmpty()) {
                throw OperateException.conflict("the backend \"" + name + "\" was removed, and the configuration file "
                        + "has none of this name any more");
            }
            standing = enactment.enact(standing, back);
            OperateLog.done("backend restored", name);
            return done(name, Optional.empty(), List.of());
        } finally {
            operating.unlock();
        }
    }

    /// Takes a backend out of service; it stays so, also over a restart. One that is draining already stays it.
    public Done drain(String name) throws OperateException {
        return inService(name, false);
    }

    /// Puts a draining backend back, as Unknown, and has it checked at once.
    public Done undrain(String name) throws OperateException {
        var done = inService(name, true);
        checkNow.soon(name);
        return done;
    }

    private Done inService(String name, boolean wanted) throws OperateException {
        operating.lock();
        try {
            if (!existing(name).enabled()) {
                throw OperateException.conflict("the backend \"" + name + "\" is disabled (enabled = false)");
            }
            if (standing.changes().drained().contains(name) == wanted) {
                enact(changes -> wanted ? changes.withoutDrained(name) : changes.withDrained(name));
                OperateLog.done(wanted ? "backend is back in service" : "backend is draining", name);
            }
            return done(name, Optional.empty(), List.of());
        } finally {
            operating.unlock();
        }
    }

    /// Checks a backend now, beside its rhythm, and waits for the result, but no longer than a client's
    /// request may take.
    public Done check(String name) throws OperateException {
        return new Done(checkNow.check(existing(name)), Optional.empty(), List.of());
    }

    /// What the network was found to have; takes the place of what was found before.
    public void discovered(Collection<BackendConfig> found) throws OperateException {
        operating.lock();
        try {
            var before = standing.names();
            standing = enactment.enact(standing, standing.withDiscovered(List.copyOf(found)));
            var after = standing.names();
            long added = after.stream().filter(name -> !before.contains(name)).count();
            long removed = before.stream().filter(name -> !after.contains(name)).count();
            if (added + removed > 0) {
                OperateLog.discovered(added, removed);
            }
        } finally {
            operating.unlock();
        }
    }

    private void enact(UnaryOperator<RuntimeChanges> change) throws OperateException {
        try {
            standing = enactment.enact(standing, standing.with(change.apply(standing.changes())));
        } catch (ConfigException e) {
            throw OperateException.invalid("the fleet would not be valid", e);
        }
    }

    private BackendConfig existing(String name) throws OperateException {
        return standing.backend(name).orElseThrow(() -> OperateException.notFound(name));
    }

    private Done done(String name, Optional<String> how, List<String> more) {
        var backend = registry.backend(name).orElseThrow();
        return new Done(backend.snapshot(), how, Notes.joined(more, notes()));
    }

    private List<String> notes() {
        return stateFile.isPresent() ? List.of() : List.of(FORGOTTEN);
    }
}
