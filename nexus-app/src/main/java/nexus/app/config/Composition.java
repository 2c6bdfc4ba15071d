package nexus.app.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A whole fleet, of all who named a part of it. Immutable. Made by [ConfigSource#compose].
///
/// @param fleet   the file's backends without the removed ones, then the added, then the discovered ones; names are
///                unique
/// @param drained the names of those in the fleet that are draining
/// @param origins where each setting of each of them comes from
/// @param notes   sentences for the user about what lost against what
public record Composition(List<BackendConfig> fleet, Set<String> drained, Origins origins, List<String> notes) {

    public Composition {
        fleet = List.copyOf(fleet);
        drained = Collections.unmodifiableSet(new LinkedHashSet<>(drained));
        notes = List.copyOf(notes);
    }

    /// @param added      the backends of `changes.added()`, in its order
    /// @param discovered give way to a name and to a URL that is there already
    /// @param state      the state file's name
    static Composition of(
            NexusConfig file,
            RuntimeChanges changes,
            List<BackendConfig> added,
            Collection<BackendConfig> discovered,
            String state) {
        var fleet = new ArrayList<BackendConfig>();
        var names = new HashSet<String>();
        var notes = new ArrayList<String>();
        var lines = new HashMap<String, int[]>();
        file.backends().stream()
                .filter(backend -> !changes.removed().contains(backend.name()))
                .filter(backend -> names.add(backend.name()))
                .forEach(fleet::add);
        for (int i = 0; i < added.size(); i++) {
            BackendConfig backend = added.get(i);
            if (names.add(backend.name())) {
                fleet.add(backend);
                lines.put(backend.name(), changes.added().get(i).lines());
            } else {
                notes.add("backend \"" + backend.name() + "\" was added at run time, but stands in "
                        + file.origins().of(backend.name(), "name").text() + " too: that one counts");
            }
        }
        var urls = new HashSet<BackendUrl>();
        fleet.forEach(backend -> urls.add(backend.url()));
        discovered.stream()
                .filter(backend -> !changes.removed().contains(backend.name()))
                .filter(backend -> urls.add(backend.url()) && names.add(backend.name()))
                .forEach(fleet::add);
        return new Composition(
                fleet, both(changes.drained(), names), file.origins().with(state, lines), notes);
    }

    private static Set<String> both(Set<String> drained, Set<String> names) {
        var both = new LinkedHashSet<>(drained);
        both.retainAll(names);
        return both;
    }
}
