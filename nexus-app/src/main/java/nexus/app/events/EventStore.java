package nexus.app.events;

import java.util.List;
import java.util.Map;
import nexus.app.health.BackendStatus;

/// Where events outlive the process. [#append], [#reserve] and [#settle] are called by one thread at a time, which
/// may wait there; [#since] by any thread.
///
/// The order of a run: [#reserved], [#last] and [#lastKnown] once; [#reserve] before numbers are told, [#append] some
/// time after; [#settle] once at a clean end.
public interface EventStore {

    /// The highest number that was ever reserved or, after a clean end, used; 0: none ever.
    ///
    /// @throws EventStoreException if it can't be read
    long reserved();

    /// The highest number ever stored, also if that event was deleted since; 0: none ever.
    ///
    /// @throws EventStoreException if it can't be read
    long last();

    /// What each backend's last stored [Happening.StatusChanged] led to; Unknown is not among them.
    ///
    /// @throws EventStoreException if it can't be read
    Map<String, BackendStatus> lastKnown();

    /// From now on numbers up to this one may have been told; durable when it returns.
    ///
    /// @param upTo never below what was reserved before
    /// @throws EventStoreException if it could not be made durable
    void reserve(long upTo);

    /// Keeps events, all or none.
    ///
    /// @param events in order, each above what was stored before; not empty. Their ids may leave gaps
    /// @throws EventStoreException if they are not kept; the same ones are offered again, after a while
    void append(List<Event> events);

    /// The first events above a number, in order.
    ///
    /// @param id    0 or more
    /// @param limit how many at most; positive
    /// @throws EventStoreException if they can't be read
    List<Event> since(long id, int limit);

    /// A clean end: no number above this one was told.
    ///
    /// @throws EventStoreException if it could not be noted: the next start takes the end for a crash
    void settle(long last);
}
