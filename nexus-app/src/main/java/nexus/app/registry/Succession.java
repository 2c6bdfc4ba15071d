package nexus.app.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nexus.app.config.BackendConfig;

/// Works out how one fleet follows another; changes nothing that exists. Used once.
final class Succession {

    private final Fleet before;
    private final Registry registry;
    private final Instant now;
    private final List<Backend> next = new ArrayList<>();
    private final List<Backend> added = new ArrayList<>();
    private final List<Backend> restarted = new ArrayList<>();
    private final List<Backend> kept = new ArrayList<>();
    private final List<Kept> changed = new ArrayList<>();
    private final List<Heir> heirs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /// One that goes on under another configuration.
    record Kept(Backend backend, BackendConfig config) {}

    /// One that takes the place of another.
    record Heir(Backend backend, Backend former) {}

    Succession(Fleet before, List<BackendConfig> configs, Registry registry, Instant now) {
        this.before = before;
        this.registry = registry;
        this.now = now;
        configs.forEach(this::follow);
    }

    private void follow(BackendConfig config) {
        if (!names.add(config.name())) {
            throw new IllegalArgumentException("two backends are named " + config.name());
        }
        var old = before.named(config.name());
        if (old.isEmpty()) {
            enter(added, new Backend(registry, config, now));
        } else if (isSameQuestion(old.get().config(), config)) {
            enter(kept, old.get());
            if (!old.get().config().equals(config)) {
                changed.add(new Kept(old.get(), config));
            }
        } else {
            var anew = new Backend(registry, config, now);
            heirs.add(new Heir(anew, old.get()));
            enter(restarted, anew);
        }
    }

    private void enter(List<Backend> kind, Backend backend) {
        kind.add(backend);
        next.add(backend);
    }

    /// Whether what was learnt under one configuration holds under the other: the same server is asked the
    /// same.
    private static boolean isSameQuestion(BackendConfig one, BackendConfig other) {
        return one.enabled() == other.enabled()
                && one.url().equals(other.url())
                && one.type().equals(other.type())
                && one.credential().equals(other.credential())
                && one.headers().equals(other.headers())
                && one.healthPath().equals(other.healthPath())
                && one.tls().equals(other.tls());
    }

    /// Whether anything differs, the order included.
    boolean isChange() {
        return !changed.isEmpty() || !next.equals(before.backends());
    }

    Fleet fleet() {
        return Fleet.of(next);
    }

    /// The kept ones whose configuration is another now.
    List<Kept> changed() {
        return changed;
    }

    List<Heir> heirs() {
        return heirs;
    }

    /// The objects that count no more, by removal or restart.
    List<Backend> retired() {
        var staying = new HashSet<>(kept);
        return before.backends().stream()
                .filter(backend -> !staying.contains(backend))
                .toList();
    }

    Renewal renewal() {
        var removed = before.backends().stream()
                .filter(backend -> !names.contains(backend.config().name()))
                .toList();
        return new Renewal(
                added, removed, restarted, changed.stream().map(Kept::backend).toList());
    }
}
