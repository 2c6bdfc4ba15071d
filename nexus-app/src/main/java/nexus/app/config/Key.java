package nexus.app.config;

import java.util.Objects;

/// A key of the file: what it takes, and all that is said of it. `docs/configuration.md`, the comments of the example
/// file and `nexus config keys` are made of this.
///
/// @param example a value in TOML, another than the default; empty for a section
/// @param about   plain sentences without a last full stop; the first is the comment in the example file
record Key(Shape shape, Unset unset, String example, String about) {

    /// What counts where nobody sets a key.
    sealed interface Unset {

        /// @param toml as the file writes it
        record Default(String toml) implements Unset {}

        /// @param words what happens then, for the user
        record Instead(String words) implements Unset {}

        /// Somebody has to.
        record Required() implements Unset {}
    }

    Key {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(unset, "unset");
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(about, "about");
    }

    static Key usual(Shape shape, String toml, String example, String about) {
        return new Key(shape, new Unset.Default(toml), example, about);
    }

    static Key unset(Shape shape, String instead, String example, String about) {
        return new Key(shape, new Unset.Instead(instead), example, about);
    }

    static Key required(Shape shape, String example, String about) {
        return new Key(shape, new Unset.Required(), example, about);
    }

    /// A section, or the entries of an array of tables.
    static Key section(Shape shape, String about) {
        return new Key(shape, new Unset.Instead(""), "", about);
    }

    boolean isRequired() {
        return unset instanceof Unset.Required;
    }
}
