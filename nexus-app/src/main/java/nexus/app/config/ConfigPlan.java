package nexus.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The difference between two configurations, for people. Immutable; holds no secret.
///
/// @param sections in the order of the file's documentation
/// @param backends changed and removed ones in the order of the old fleet, then the added ones
public record ConfigPlan(List<SectionChange> sections, List<BackendChange> backends) {

    public ConfigPlan {
        sections = List.copyOf(sections);
        backends = List.copyOf(backends);
    }

    /// Compares two configurations with their whole fleets: a backend is its name. `[health_check]`'s defaults are
    /// told where they were set, and again at each backend that takes one over.
    public static ConfigPlan between(
            NexusConfig old, List<BackendConfig> oldFleet, NexusConfig now, List<BackendConfig> newFleet) {
        List<SectionChange> sections =
                SectionKeys.ALL.stream().flatMap(key -> key.change(old, now)).toList();
        Map<String, BackendConfig> rest = new LinkedHashMap<>();
        newFleet.forEach(backend -> rest.put(backend.name(), backend));
        var backends = new ArrayList<BackendChange>();
        for (BackendConfig before : oldFleet) {
            BackendConfig after = rest.remove(before.name());
            if (after == null) {
                backends.add(new BackendChange.Removed(before.name(), before.type(), url(before)));
            } else if (!before.equals(after)) {
                change(before, after).ifPresent(backends::add);
            }
        }
        rest.values().forEach(added -> backends.add(new BackendChange.Added(added.name(), added.type(), url(added))));
        return new ConfigPlan(sections, backends);
    }

    private static String url(BackendConfig backend) {
        return backend.url().toString();
    }

    private static Optional<BackendChange> change(BackendConfig old, BackendConfig now) {
        var changes = new ArrayList<KeyChange>();
        var effect = BackendKeys.Effect.CHANGED;
        for (BackendKeys.Key key : BackendKeys.ALL) {
            List<KeyChange> difference = key.difference().apply(old, now);
            changes.addAll(difference);
            if (!difference.isEmpty() && key.effect().compareTo(effect) < 0) {
                effect = key.effect();
            }
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (!now.enabled()) {
            // Whatever else changed: it is not asked.
            return Optional.of(
                    old.enabled()
                            ? new BackendChange.Disabled(now.name(), changes)
                            : new BackendChange.Changed(now.name(), changes));
        }
        return Optional.of(
                switch (effect) {
                    case RESTARTED -> new BackendChange.Restarted(now.name(), changes);
                    case RETIMED -> new BackendChange.Retimed(now.name(), changes);
                    case CHANGED -> new BackendChange.Changed(now.name(), changes);
                });
    }
}
