package nexus.app.config;

/// Whether a key takes a value.
sealed interface Verdict {

    /// It does.
    ///
    /// @param text the value in the one form the records are built from: `true`, `30`, `0.5`, `debug`
    record Accepted(String text) implements Verdict {}

    /// It does not.
    ///
    /// @param why for the user: what is allowed, what was found
    record Refused(String why) implements Verdict {}

    static Verdict expected(String allowed, String found) {
        return new Refused("expected " + allowed + ", found " + found);
    }
}
