package nexus.app.events;

import java.time.Instant;
import java.util.Objects;

/// Something that happened, with its number.
///
/// @param id grows by one from event to event, over restarts too; positive
/// @param at when it happened
public record Event(long id, Instant at, Happening what) {

    public Event {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
    }

    /// The first number that this event speaks for: its own, except for a range that was lost.
    long from() {
        return what instanceof Happening.Lost lost ? lost.from() : id;
    }
}
