package nexus.app.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A whole fleet, of all who named a part of it. Immutable. Made by [ConfigSource#compose].
///
/// @param fleet   the file's backends without the removed ones, then the added, then the discovered ones
/// @param drained the names of those in the fleet that are draining
/// @param origins where each setting of each of them comes from
/// @param notes   sentences for the user about what lost against what
public record Composition(List<BackendConfig> fleet, Set<String> drained, Origins origins, List<String> notes) {

    public Composition {
        fleet = List.copyOf(fleet);
        drained = Collections.unmodifiableSet(new LinkedHashSet<>(drained));
        notes = List.copyOf(notes);
    }

    static Composition of(
            NexusConfig file, RuntimeChanges changes, List<BackendConfig> added, Collection<BackendConfig> discovered) {
        return new Composition(file.backends(), changes.drained(), file.origins(), List.of());
    }
}
