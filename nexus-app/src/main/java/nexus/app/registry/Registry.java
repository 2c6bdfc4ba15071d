package nexus.app.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import nexus.app.config.BackendConfig;

/// All backends and what is known of them. Thread-safe; readers never wait for a check.
///
/// A check that changes nothing but its own backend touches only that. A transition or a changed list takes a
/// lock for some microseconds, in which the counts and the index of models move on by that one change.
public final class Registry {

    private final InstantSource clock;
    private final Map<String, Backend> backends = new LinkedHashMap<>();
    private final ReentrantLock changes = new ReentrantLock();
    private final OfferedModels offered = new OfferedModels();
    private final AtomicReference<Catalog> catalog = new AtomicReference<>();
    private volatile FleetCounts counts;

    public Registry(List<BackendConfig> configs, InstantSource clock) {
        this.clock = clock;
        Instant now = clock.instant();
        configs.forEach(config -> backends.put(config.name(), new Backend(this, config, now)));
        int unknown = (int) configs.stream().filter(BackendConfig::enabled).count();
        this.counts = new FleetCounts(0, 0, unknown, 0, 0, 0);
    }

    /// The backends in configured order, disabled ones included.
    public Collection<Backend> backends() {
        return List.copyOf(backends.values());
    }

    public Optional<Backend> backend(String name) {
        return Optional.ofNullable(backends.get(name));
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

    /// The models of the fleet as they are now; made again only when something changed since it was last asked for.
    public Catalog catalog() {
        var known = catalog.get();
        if (known != null && known.version() == counts.version()) {
            return known;
        }
        FleetSnapshot fleet;
        Map<String, Instant> since;
        changes.lock();
        try {
            fleet = collect();
            since = offered.since();
        } finally {
            changes.unlock();
        }
        var made = Catalog.of(fleet, since, clock.instant());
        return catalog.updateAndGet(old -> old != null && old.version() > made.version() ? old : made);
    }

    boolean publish(Backend backend, Change change) {
        changes.lock();
        try {
            if (!backend.replace(change.before(), change.after())) {
                return false;
            }
            offered.apply(change, clock.instant());
            counts = counts.moved(change.before().status(), change.after().status(), offered.size());
            return true;
        } finally {
            changes.unlock();
        }
    }

    private FleetSnapshot collect() {
        var snapshots = new ArrayList<BackendSnapshot>(backends.size());
        backends.values().forEach(backend -> snapshots.add(backend.snapshot()));
        return new FleetSnapshot(counts, snapshots);
    }
}
