package nexus.app.config;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What the file may hold at one place. [Schema] is made of these.
sealed interface Shape permits Scalar, Shape.Section, Shape.Named, Shape.Tables {

    /// A table with known keys.
    ///
    /// @param keys     in the order they are listed to the user
    /// @param required keys that have no default
    record Section(Map<String, Shape> keys, Set<String> required) implements Shape {}

    /// A table whose keys are the user's own: `labels`, `headers`.
    ///
    /// @param name says why a key is refused; empty when it is fine
    record Named(Function<String, String> name, Scalar value) implements Shape {}

    /// `[[backends]]` and the like, which are looked at one by one.
    ///
    /// @param one what a table of them is, for the user: `a backend`
    record Tables(String one) implements Shape {}
}
