package nexus.app.config;

import java.util.Objects;

/// One setting that is not what it was. All three are printable and hold no secret.
///
/// @param key    `timeout_seconds`, `labels.room`, `headers.X-Token`, `server.port`
/// @param before `5`, `"r1"`; `unset` where it was not there
/// @param after  as `before`; where the change can't be seen, it is said: `its value changed`
public record KeyChange(String key, String before, String after) {

    static final String UNSET = "unset";

    public KeyChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /// A change that can't be seen, for one of a secret or at the end of a long text, is said.
    static KeyChange of(String key, String before, String after) {
        return new KeyChange(key, before, before.equals(after) ? "its value changed" : after);
    }

    /// `timeout_seconds: 5 -> 2.5`.
    @Override
    public String toString() {
        return key + ": " + before + " -> " + after;
    }
}
