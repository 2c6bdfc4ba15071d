package nexus.app.operate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nexus.app.registry.BackendSnapshot;

/// What an operation on one backend came to.
///
/// @param backend    as it is now
/// @param recognised how its type was found out; empty: it was given
/// @param notes      sentences for whoever asked
public record Done(BackendSnapshot backend, Optional<String> recognised, List<String> notes) {

    public Done {
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(recognised, "recognised");
        notes = List.copyOf(notes);
    }
}
