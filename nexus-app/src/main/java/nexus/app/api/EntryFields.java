package nexus.app.api;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// A choice of an entry's keys. Immutable.
final class EntryFields {

    static final EntryFields ALL = new EntryFields(EnumSet.allOf(EntryField.class));

    private final Set<EntryField> chosen;

    private EntryFields(Set<EntryField> chosen) {
        this.chosen = chosen;
    }

    /// @param chosen not empty
    static EntryFields of(Collection<EntryField> chosen) {
        return new EntryFields(EnumSet.copyOf(chosen));
    }

    boolean has(EntryField field) {
        return chosen.contains(field);
    }
}
