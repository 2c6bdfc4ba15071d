package nexus.app.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nexus.app.check.Recognition;
import nexus.app.discover.mdns.Announced;

/// Which announced services were asked what they are, and what they said. One thread's.
final class Roster {

    /// Who wasn't recognised is asked again after so many rounds: it may have been starting.
    private static final int ASKED_AGAIN = 5;

    private final Map<Announced, Optional<Neighbour>> asked = new LinkedHashMap<>();
    private final Map<Announced, Integer> again = new HashMap<>();
    private int round;

    /// Takes in who is there now, forgets the others.
    ///
    /// @return those to be asked, each of which is then answered for by [#answered]
    List<Announced> toAsk(List<Announced> present) {
        var here = Set.copyOf(present);
        asked.keySet().retainAll(here);
        again.keySet().retainAll(here);
        var fresh = new ArrayList<Announced>();
        for (var service : present) {
            if (!asked.containsKey(service) || again.getOrDefault(service, Integer.MAX_VALUE) <= round) {
                again.remove(service);
                asked.put(service, Optional.empty());
                fresh.add(service);
            }
        }
        return fresh;
    }

    void answered(Announced service, Recognition recognition) {
        if (!asked.containsKey(service)) {
            return; // it has gone meanwhile
        }
        if (recognition instanceof Recognition.Recognised(String type, String how)) {
            var url = new Place(service.address(), service.port()).url();
            var names = new Names(neighbours().stream().map(Neighbour::name).collect(Collectors.toSet()));
            asked.put(service, Optional.of(new Neighbour(names.next(type, url), url, type, how, service.host())));
        } else {
            again.put(service, round + ASKED_AGAIN);
        }
    }

    void endRound() {
        round++;
    }

    /// One for each place, in the order they came.
    List<Neighbour> neighbours() {
        var urls = new HashSet<>();
        return asked.values().stream()
                .flatMap(Optional::stream)
                .filter(neighbour -> urls.add(neighbour.url()))
                .toList();
    }
}
