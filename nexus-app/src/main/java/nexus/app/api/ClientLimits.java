package nexus.app.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/// How long a client may take. All positive.
///
/// @param idle    between two requests of a connection, and before the first
/// @param head    from the first byte of a request to the end of its headers, however the bytes drip
/// @param answer  from there to the end of its answer, the request's body included
/// @param telling of a stream: from the first byte of some events to the last
record ClientLimits(Duration idle, Duration head, Duration answer, Duration telling) {

    static final ClientLimits DEFAULT = new ClientLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2));

    /// How often connections are looked at: often enough that no limit is passed by more than a quarter.
    Duration period() {
        return Stream.of(idle, head, answer, telling)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .dividedBy(4);
    }
}
