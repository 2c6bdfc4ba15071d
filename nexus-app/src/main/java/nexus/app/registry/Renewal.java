package nexus.app.registry;

import java.util.List;

/// What a replacement of the fleet did. Each list is in the order of the fleet that it speaks of.
///
/// @param added     new names
/// @param removed   names that are gone; these objects count no more
/// @param restarted new objects under known names: what is asked, or whether, has changed
/// @param changed   those that are the same objects as before, whose configuration is another now
public record Renewal(List<Backend> added, List<Backend> removed, List<Backend> restarted, List<Backend> changed) {

    public Renewal {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        restarted = List.copyOf(restarted);
        changed = List.copyOf(changed);
    }
}
