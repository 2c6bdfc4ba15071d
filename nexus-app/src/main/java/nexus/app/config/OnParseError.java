package nexus.app.config;

/// What a whole 2xx answer that can't be read counts as.
public enum OnParseError {
    /// A failed check.
    FAIL,
    /// A success that keeps the known models, unless it is HTML or an object with `error`.
    ALIVE
}
