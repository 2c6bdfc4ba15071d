package nexus.app.config;

import java.util.Comparator;

/// Where a setting was made, so that a problem can say so.
///
/// @param line   from 1; 0 for a variable or a flag
/// @param column from 1; 0 for a variable or a flag
/// @param key    as shown to the user
record Where(String origin, int line, int column, String key) {

    static final Comparator<Where> FILE_ORDER =
            Comparator.comparingInt(Where::line).thenComparingInt(Where::column);

    static Where of(String origin, String key) {
        return new Where(origin, 0, 0, key);
    }

    /// The same place, for another key.
    Where withKey(String key) {
        return new Where(origin, line, column, key);
    }

    /// `nexus.toml:12`, or the variable or flag alone.
    Origin origin(Origin.Kind kind) {
        return new Origin(kind, Shown.sentence(origin) + (line == 0 ? "" : ":" + line));
    }

    Problem problem(String message) {
        return new Problem(origin, line, column, key, message);
    }
}
