package nexus.app.config;

import java.util.Comparator;
import java.util.Objects;

/// One thing that is wrong with the configuration. Holds no secret and no raw control character.
///
/// @param origin  the file as the user named it, the environment variable, or the flag
/// @param line    from 1; 0 where there is no position
/// @param column  from 1; 0 where there is no position
/// @param key     the full key: `backends[0].url`; empty where the problem is with no key
/// @param message what was found, what is allowed, and a hint where there is one
public record Problem(String origin, int line, int column, String key, String message) {

    /// In the order of the file; what has no position comes last.
    static final Comparator<Problem> ORDER = Comparator.comparing((Problem problem) -> problem.line == 0)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column);

    public Problem {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
    }

    /// The user's line: `nexus.toml:3:1: server.port: expected ..., found 70000`.
    @Override
    public String toString() {
        String position = line == 0 ? "" : ":" + line + ":" + column;
        return origin + position + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
