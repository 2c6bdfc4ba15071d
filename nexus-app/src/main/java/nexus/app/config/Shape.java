package nexus.app.config;

import java.util.Map;
import java.util.function.Function;

/// What the file may hold at one place. [Schema] is made of these.
sealed interface Shape permits Scalar, Shape.Section, Shape.Named, Shape.Tables {

    /// What is allowed, for the user: `a whole number from 0 to 65535`. Messages and the reference say it alike.
    String allowed();

    /// A table with known keys.
    ///
    /// @param keys in the order they are listed to the user
    record Section(Map<String, Key> keys) implements Shape {
        @Override
        public String allowed() {
            return "a table";
        }
    }

    /// A table whose keys are the user's own: `labels`, `headers`.
    ///
    /// @param name says why a key is refused; empty when it is fine
    record Named(Function<String, String> name, Scalar value) implements Shape {
        @Override
        public String allowed() {
            return "a table; each value " + value.allowed();
        }
    }

    /// `[[backends]]` and the like, which are looked at one by one.
    ///
    /// @param one what a table of them is, for the user: `a backend`
    record Tables(String one) implements Shape {
        @Override
        public String allowed() {
            return "two brackets " + one;
        }
    }
}
