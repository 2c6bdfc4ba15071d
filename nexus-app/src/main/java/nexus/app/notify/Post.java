package nexus.app.notify;

import java.util.Objects;
import java.util.Optional;
import nexus.app.config.Secret;

/// One request to a receiver. Its body may hold a secret: it is never shown.
///
/// @param target path and query
/// @param bearer sent as `Authorization: Bearer`
/// @param json   the body, UTF-8; not to be changed
record Post(Secret target, Optional<Secret> bearer, byte[] json) {

    Post {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(bearer, "bearer");
        Objects.requireNonNull(json, "json");
    }
}
