package nexus.app.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was changed while Nexus ran, against the configuration file. Immutable.
///
/// @param added   in the order they were added
/// @param removed names of backends that the file, or discovery, has and the fleet shall not
/// @param drained names of backends that are draining
public record RuntimeChanges(List<BackendEntry> added, Set<String> removed, Set<String> drained) {

    public static final RuntimeChanges NONE = new RuntimeChanges(List.of(), Set.of(), Set.of());

    public RuntimeChanges {
        added = List.copyOf(added);
        removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
        drained = Collections.unmodifiableSet(new LinkedHashSet<>(drained));
    }

    /// With an entry at the end of the added ones.
    public RuntimeChanges withAdded(BackendEntry entry) {
        var more = new ArrayList<>(added);
        more.add(entry);
        return new RuntimeChanges(more, removed, drained);
    }

    /// Without the added entries of this name.
    public RuntimeChanges withoutAdded(String name) {
        List<BackendEntry> rest = added.stream()
                .filter(entry -> !entry.name().filter(name::equals).isPresent())
                .toList();
        return new RuntimeChanges(rest, removed, drained);
    }

    public RuntimeChanges withRemoved(String name) {
        return new RuntimeChanges(added, with(removed, name), drained);
    }

    public RuntimeChanges withoutRemoved(String name) {
        return new RuntimeChanges(added, without(removed, name), drained);
    }

    public RuntimeChanges withDrained(String name) {
        return new RuntimeChanges(added, removed, with(drained, name));
    }

    public RuntimeChanges withoutDrained(String name) {
        return new RuntimeChanges(added, removed, without(drained, name));
    }

    private static Set<String> with(Set<String> names, String name) {
        var more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }

    private static Set<String> without(Set<String> names, String name) {
        var less = new LinkedHashSet<>(names);
        less.remove(name);
        return less;
    }
}
