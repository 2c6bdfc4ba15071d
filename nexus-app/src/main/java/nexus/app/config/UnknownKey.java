package nexus.app.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is said about a key that does not exist. Its value is never shown: it may be anything.
///
/// @param section the keys known where it was found
/// @param at      the table it was found in
record UnknownKey(Schema schema, Shape.Section section, Place at) {

    String message(String name, Object value) {
        boolean table = value instanceof RawTable || value instanceof List;
        String unknown = at.equals(Place.ROOT) && table ? "unknown section" : "unknown key";
        Set<String> known = section.keys().keySet();
        return home(name)
                .map(home -> unknown + "; it belongs under [" + home + "]")
                .or(() -> Nearest.to(name, known).map(near -> unknown + "; did you mean \"" + near + "\"?"))
                .orElseGet(() -> unknown + "; known here: " + String.join(", ", known));
    }

    /// Only a section's key can have gone astray; a backend's `port` is no `[server]` port.
    private Optional<String> home(String name) {
        return !at.entry() ? schema.homeOf(name) : Optional.empty();
    }
}
