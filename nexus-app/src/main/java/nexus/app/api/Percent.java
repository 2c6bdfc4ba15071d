package nexus.app.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoding as it stands in paths and queries.
final class Percent {

    private Percent() {}

    /// The text of a part of a path, in which `+` is a plus sign; empty for malformed escapes.
    static Optional<String> inPath(String raw) {
        return inQuery(raw.replace("+", "%2B"));
    }

    /// The text of a part of a query, in which `+` is a space; empty for malformed escapes.
    static Optional<String> inQuery(String raw) {
        try {
            return Optional.of(URLDecoder.decode(raw, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
