package nexus.app.history;

import java.time.Instant;
import java.util.List;
import nexus.app.events.Event;
import nexus.app.events.EventStoreException;

/// What is kept of the past. Thread-safe. Answers may wait for a disk or a network: never ask on a check's thread.
public interface Past {

    /// When Nexus ran: oldest first, without overlap, cut to the range. After a crash a span ends with the last
    /// minute that was noted. What lies between them is not known, and nobody's downtime.
    ///
    /// @throws EventStoreException if it can't be read
    List<Span> observed(Span range);

    /// When Nexus was started, oldest first: every backend was Unknown then, until its first verdict. A pause of the
    /// machine parts two spans of [#observed] too, but is no start.
    ///
    /// @throws EventStoreException if it can't be read
    default List<Instant> starts(Span range) {
        return observed(range).stream().map(Span::from).toList();
    }

    /// What changed the status of a backend, or why it was in it, in order: what happened to its status and
    /// cause, and whether [nexus.app.events.Happening.ConfigChanged] added, removed or restarted it. The
    /// last change of status before the range comes first, if it is kept.
    ///
    /// @param backend a name; one that was never known has no changes
    /// @throws EventStoreException if they can't be read
    List<Event> changes(String backend, Span range);

    /// As [#changes], but of the range alone and piece by piece, by number: a backend that changes all the time must
    /// not fill the memory.
    ///
    /// @param above only events above this number; 0: from the first
    /// @param limit how many at most; positive
    /// @throws EventStoreException if they can't be read
    default List<Event> changes(String backend, Span range, long above, int limit) {
        return changes(backend, range).stream()
                .filter(event -> event.id() > above && !event.at().isBefore(range.from()))
                .limit(limit)
                .toList();
    }

    /// What its checks came to, oldest first; steps without a check are absent.
    ///
    /// @param range steps that begin in it
    /// @throws EventStoreException if they can't be read
    List<Rollup> rollups(String backend, Rollup.Step step, Span range);
}
