package nexus.app.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nexus.app.history.Historian;
import nexus.app.history.Past;
import nexus.app.registry.FleetSnapshot;

/// What the public page tells of the past. Immutable.
public final class StatusPast {

    /// Where no history is kept, or none can be read now.
    public static final StatusPast NONE = new StatusPast(Map.of());

    /// Each of them asks the past twice. A page of more is looked at for what is down now.
    static final int MOST = 100;

    private final Map<String, Track> tracks;

    private StatusPast(Map<String, Track> tracks) {
        this.tracks = Map.copyOf(tracks);
    }

    /// May wait for a disk or a network; of large fleets only the first backends are looked at. An interrupt ends it.
    ///
    /// @throws nexus.app.events.EventStoreException if the past can't be read
    public static StatusPast of(Past past, FleetSnapshot fleet, Instant now) {
        var historian = new Historian(past, now);
        var tracks = new HashMap<String, Track>();
        for (var backend : fleet.backends()) {
            if (tracks.size() == MOST || Thread.currentThread().isInterrupted()) {
                break;
            }
            if (backend.config().enabled()) {
                Track.of(past, historian, backend, now).ifPresent(track -> tracks.put(backend.name(), track));
            }
        }
        return new StatusPast(tracks);
    }

    Optional<Track> of(String backend) {
        return Optional.ofNullable(tracks.get(backend));
    }

    Map<String, Track> tracks() {
        return tracks;
    }
}
