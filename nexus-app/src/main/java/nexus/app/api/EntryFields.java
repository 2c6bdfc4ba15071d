package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.RecentCheck;

/// A choice of an entry's keys. Immutable.
final class EntryFields {

    /// What is written where nobody chose.
    static final EntryFields USUAL = new EntryFields(EnumSet.complementOf(EnumSet.copyOf(EntryField.ON_REQUEST)));

    private final Set<EntryField> chosen;

    private EntryFields(Set<EntryField> chosen) {
        this.chosen = chosen;
    }

    /// @param chosen not empty
    static EntryFields of(Collection<EntryField> chosen) {
        return new EntryFields(EnumSet.copyOf(chosen));
    }

    /// Writes them into an open object, in the order of an entry.
    ///
    /// @param recent asked only where the last checks are among them
    void write(JsonGenerator out, BackendSnapshot backend, Supplier<List<RecentCheck>> recent) throws IOException {
        for (var field : chosen) {
            field.write(out, backend, recent);
        }
    }
}
