package nexus.app.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import nexus.app.exchange.Deadline;

/// A test of a receiver: one attempt, past all that waits.
///
/// @param limit for all of it
record Trial(Shape shape, Delivery delivery, Duration limit, Progress progress, InstantSource clock) {

    /// Sends a test message, and waits for what comes of it.
    ///
    /// @return the first request that did not arrive, or the last that did
    Outcome run() {
        var deadline = Deadline.after(limit);
        String id = UUID.randomUUID().toString();
        var outcomes = shape.posts(Message.test(clock.instant())).stream()
                .map(post -> delivery.carry(post, id, deadline))
                .toList();
        var failure = outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Delivered))
                .findFirst();
        if (failure.isEmpty()) {
            progress.worked();
        }
        return failure.orElseGet(outcomes::getLast);
    }
}
