package nexus.app.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import nexus.app.config.BackendConfig;

/// All backends and what is known of them. Thread-safe; readers never wait for a check.
///
/// A check that changes nothing but its own backend touches only that. A transition or a changed list takes a
/// lock for some microseconds, in which the counts and the index of models move on by that one change. A
/// replacement of the fleet takes the same lock once, when all is prepared.
public final class Registry {

    private final InstantSource clock;
    /// Taken around `changes`: one replacement at a time.
    private final ReentrantLock renewals = new ReentrantLock();

    private final ReentrantLock changes = new ReentrantLock();
    private final OfferedModels offered = new OfferedModels();
    private final Observers observers = new Observers();
    private final AtomicReference<Catalog> catalog = new AtomicReference<>();
    private volatile Fleet fleet = Fleet.EMPTY;
    private volatile FleetCounts counts = new FleetCounts(0, 0, 0, 0, 0, 0);

    /// @throws IllegalArgumentException if two have one name
    public Registry(List<BackendConfig> configs, InstantSource clock) {
        this.clock = clock;
        replace(configs);
    }

    /// From now on these are the fleet; what is not among them is retired. Readers see the old one or the
    /// new one.
    ///
    /// A backend is its name. One whose url, type, credential, headers, tls, health path or `enabled`
    /// changed is started again as another object, which keeps the counters and is still draining if the old
    /// one was. Any other change keeps the object and all that it knows.
    ///
    /// @throws IllegalArgumentException if two have one name; nothing is changed then
    public Renewal replace(List<BackendConfig> configs) {
        renewals.lock();
        try {
            // The long part first, beside the checks: nobody else changes who is in the fleet meanwhile.
            var succession = new Succession(fleet, configs, this, clock.instant());
            if (succession.isChange()) {
                succeed(succession, succession.fleet(), succession.retired());
            }
            return succession.renewal();
        } finally {
            renewals.unlock();
        }
    }

    /// Tells this observer all that is recorded from now on; to be called before the first check.
    public void observe(Observer observer) {
        observers.add(observer);
    }

    /// A check was taken in that leaves the fleet as it is.
    void checked(Change change) {
        if (change.isCounted()) {
            observers.checked(change);
        } else if (change.isVoid()) {
            observers.voided(change);
        }
    }

    private void succeed(Succession succession, Fleet next, List<Backend> retired) {
        changes.lock();
        try {
            for (var backend : retired) {
                backend.retire();
                offered.withdraw(backend.snapshot());
            }
            succession.heirs().forEach(heir -> heir.backend().inherit(heir.former()));
            succession.changed().forEach(kept -> kept.backend().configure(kept.config()));
            fleet = next;
            counts = FleetCounts.of(next.backends(), offered.size(), counts.version() + 1);
            observers.fleetChanged(succession.renewal());
        } finally {
            changes.unlock();
        }
    }

    /// The backends in configured order, disabled ones included; an immutable list, the same until the fleet is
    /// replaced.
    public List<Backend> backends() {
        return fleet.backends();
    }

    public Optional<Backend> backend(String name) {
        return fleet.named(name);
    }

    /// The counts as they are now.
    public FleetCounts counts() {
        return counts;
    }

    /// Counts and backends of one version.
    public FleetSnapshot snapshot() {
        changes.lock();
        try {
            return collect();
        } finally {
            changes.unlock();
        }
    }

    /// The models of the fleet as they are now; made again only when something changed since it was last
    /// asked for.
    public Catalog catalog() {
        var known = catalog.get();
        if (known != null && known.version() == counts.version()) {
            return known;
        }
        FleetSnapshot whole;
        Map<String, Instant> since;
        changes.lock();
        try {
            whole = collect();
            since = offered.since();
        } finally {
            changes.unlock();
        }
        var made = Catalog.of(whole, since, clock.instant());
        return catalog.updateAndGet(old -> old != null && old.version() > made.version() ? old : made);
    }

    boolean publish(Backend backend, Change change) {
        changes.lock();
        try {
            if (backend.isRetired() || !backend.replace(change.before(), change.after())) {
                return false;
            }
            offered.apply(change, clock.instant());
            counts = change.after().config().enabled()
                    ? counts.moved(change.before().status(), change.after().status(), offered.size())
                    : counts.offering(offered.size());
            observers.checked(change);
            return true;
        } finally {
            changes.unlock();
        }
    }

    private FleetSnapshot collect() {
        return new FleetSnapshot(counts, fleet.snapshots());
    }
}
