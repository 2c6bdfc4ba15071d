package nexus.app.events;

import java.util.List;
import java.util.Map;
import nexus.app.health.BackendStatus;

/// Keeps nothing: for a Nexus without a history. What is told after a restart begins anew, above every number told
/// before.
public final class MemoryStore implements EventStore {

    @Override
    public long reserved() {
        return 0;
    }

    @Override
    public long last() {
        return 0;
    }

    @Override
    public Map<String, BackendStatus> lastKnown() {
        return Map.of();
    }

    @Override
    public void reserve(long upTo) {
        // The numbers of the next run start with its time, far above.
    }

    @Override
    public void append(List<Event> events) {
        // The log itself holds the last ones.
    }

    @Override
    public List<Event> since(long id, int limit) {
        return List.of();
    }

    @Override
    public void settle(long last) {
        // As after a crash: nothing of this run is known to the next.
    }
}
