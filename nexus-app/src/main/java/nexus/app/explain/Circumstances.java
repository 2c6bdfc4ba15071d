package nexus.app.explain;

import java.time.Instant;
import java.util.Objects;
import nexus.app.config.Origins;

/// What an explanation needs to know beside the backend itself.
///
/// @param origins  where settings come from
/// @param checksOn false: no probe is ever sent
/// @param fleet    how many backends are checked
public record Circumstances(Origins origins, boolean checksOn, int fleet, Instant now) {

    public Circumstances {
        Objects.requireNonNull(origins, "origins");
        Objects.requireNonNull(now, "now");
    }
}
