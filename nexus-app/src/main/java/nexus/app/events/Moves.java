package nexus.app.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Notices that a model id left one backend and came to another within a minute, in either order. For one thread.
final class Moves {

    static final Duration WITHIN = Duration.ofMinutes(1);
    /// The most ids that are remembered as gone or come, each.
    private static final int MOST = 1000;

    private record Sighting(String backend, Instant at) {}

    private final Map<String, Sighting> left = new LinkedHashMap<>();
    private final Map<String, Sighting> came = new LinkedHashMap<>();

    List<Happening> seen(String backend, ModelDifference difference, Instant now) {
        var moves = new ArrayList<Happening>();
        for (String id : firsts(difference.removed())) {
            counterpart(came, id, backend, now)
                    .ifPresentOrElse(
                            to -> moves.add(new Happening.ModelMoved(id, backend, to)),
                            () -> remember(left, id, new Sighting(backend, now)));
        }
        for (String id : firsts(difference.added())) {
            counterpart(left, id, backend, now)
                    .ifPresentOrElse(
                            from -> moves.add(new Happening.ModelMoved(id, from, backend)),
                            () -> remember(came, id, new Sighting(backend, now)));
        }
        return moves;
    }

    /// The other backend, taken out so that it counts for one move only.
    private static Optional<String> counterpart(
            Map<String, Sighting> sightings, String id, String backend, Instant now) {
        var other = sightings.get(id);
        if (other == null
                || other.backend().equals(backend)
                || other.at().plus(WITHIN).isBefore(now)) {
            return Optional.empty();
        }
        sightings.remove(id);
        return Optional.of(other.backend());
    }

    private static void remember(Map<String, Sighting> sightings, String id, Sighting sighting) {
        sightings.remove(id);
        sightings.put(id, sighting);
        if (sightings.size() > MOST) {
            Iterator<String> oldest = sightings.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static List<String> firsts(List<String> ids) {
        return ids.size() <= Happening.MAX_NAMES ? ids : ids.subList(0, Happening.MAX_NAMES);
    }
}
