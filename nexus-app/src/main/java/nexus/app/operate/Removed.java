package nexus.app.operate;

import java.util.List;
import java.util.Objects;

/// A backend that is gone.
///
/// @param restorable whether it is remembered, and can be brought back by its name
/// @param notes      sentences for whoever asked
public record Removed(String name, boolean restorable, List<String> notes) {

    public Removed {
        Objects.requireNonNull(name, "name");
        notes = List.copyOf(notes);
    }
}
