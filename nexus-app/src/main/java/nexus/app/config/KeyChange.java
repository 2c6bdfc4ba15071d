package nexus.app.config;

import java.util.Objects;

/// One setting that is not what it was. All three are printable and hold no secret.
///
/// @param key    `timeout_seconds`, `labels.room`, `headers.X-Token`, `server.port`
/// @param before `5`, `"r1"`; `unset` where it was not there
/// @param after  as `before`; for a secret that is another one now: `its value changed`
public record KeyChange(String key, String before, String after) {

    public KeyChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /// `timeout_seconds: 5 -> 2.5`.
    @Override
    public String toString() {
        return key + ": " + before + " -> " + after;
    }
}
