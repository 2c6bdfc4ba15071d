package nexus.app.api;

import java.time.Duration;

/// How long a client may take. All positive.
///
/// @param idle   between two requests of a connection, and before the first
/// @param head   from the first byte of a request to the end of its headers, however the bytes drip
/// @param answer from there to the end of its answer, the request's body included
record ClientLimits(Duration idle, Duration head, Duration answer) {

    static final ClientLimits DEFAULT =
            new ClientLimits(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(20));

    /// How often connections are looked at: often enough that no limit is passed by more than a quarter.
    Duration period() {
        var shortest = idle.compareTo(head) < 0 ? idle : head;
        return (answer.compareTo(shortest) < 0 ? answer : shortest).dividedBy(4);
    }
}
