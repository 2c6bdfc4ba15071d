package nexus.app.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How one backend was. Immutable.
///
/// @param uptimes   of the periods up to now
/// @param inRange   of the range that was asked for
/// @param incidents of that range, the newest first; not more than 200
/// @param count     how many there were in it
public record BackendHistory(Map<Period, Uptime> uptimes, Uptime inRange, List<Incident> incidents, int count) {

    public BackendHistory {
        uptimes = Map.copyOf(uptimes);
        Objects.requireNonNull(inRange, "inRange");
        incidents = List.copyOf(incidents);
    }
}
