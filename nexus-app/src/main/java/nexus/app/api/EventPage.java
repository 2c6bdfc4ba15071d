package nexus.app.api;

import java.util.ArrayList;
import java.util.List;
import nexus.app.events.Event;
import nexus.app.events.EventLog;

/// Some events of the past.
///
/// @param lastId  where the next page goes on: `?since=`
/// @param hasMore whether there was something after it
record EventPage(List<Event> events, long lastId, boolean hasMore) {

    /// A filter that fits hardly anything must not read a whole history for one answer.
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int BATCH = 1000;

    /// From `since` on; without it the newest ones that are in memory.
    ///
    /// @throws nexus.app.events.EventStoreException if they can't be read
    static EventPage of(EventLog log, EventQuery query) {
        return query.since().isPresent() ? since(log, query, query.since().getAsLong()) : newest(log, query);
    }

    private static EventPage since(EventLog log, EventQuery query, long since) {
        var found = new ArrayList<Event>();
        long position = since;
        int looked = 0;
        while (found.size() < query.limit() && looked < MOST_LOOKED_AT && position != log.last()) {
            var batch = log.since(position, BATCH);
            if (batch.isEmpty()) {
                break;
            }
            for (var event : batch) {
                if (found.size() == query.limit()) {
                    break;
                }
                if (query.filter().test(event)) {
                    found.add(event);
                }
                position = event.id();
            }
            looked += batch.size();
        }
        return new EventPage(found, position, position != log.last());
    }

    private static EventPage newest(EventLog log, EventQuery query) {
        long last = log.last();
        var found = log.newest(MOST_LOOKED_AT).stream()
                .filter(event -> event.id() <= last)
                .filter(query.filter())
                .toList();
        return new EventPage(
                found.subList(Math.max(0, found.size() - query.limit()), found.size()), last, last != log.last());
    }
}
