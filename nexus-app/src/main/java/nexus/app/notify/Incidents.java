package nexus.app.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nexus.app.notify.Message.Incident;

/// Keeps the books for services that page somebody for an incident until it is over: one a host, since a host that
/// dies takes all its backends with it; and one for the fleet where more than [#MOST] hosts are concerned. For one
/// thread.
final class Incidents {

    static final int MOST = 10;

    private final SortedSet<String> open = new TreeSet<>();
    private boolean fleet;

    /// What an earlier run will have opened.
    ///
    /// @param down how many backends the receiver knows as unhealthy, by host
    void resume(Map<String, Integer> down) {
        // Which of them it opened nobody knows; to resolve one that is not open does nothing.
        fleet = !down.isEmpty();
        open.addAll(down.keySet());
    }

    /// What opens, opens again, or is over.
    ///
    /// @param fallen hosts of which more is unhealthy than was told before
    /// @param down   how many backends the receiver knows as unhealthy now, by host; never 0
    /// @return at most two times [#MOST], and one for the fleet; after a restart, one for each host that was down
    List<Incident> after(SortedSet<String> fallen, Map<String, Integer> down) {
        var news = new ArrayList<Incident>();
        if (down.size() <= MOST) {
            open.addAll(fallen);
            fallen.forEach(host -> news.add(new Incident(Optional.of(host), true, down.getOrDefault(host, 0))));
        } else if (!fallen.isEmpty()) {
            fleet = true;
            news.add(new Incident(
                    Optional.empty(),
                    true,
                    down.values().stream().mapToInt(Integer::intValue).sum()));
        }
        open.removeIf(host -> {
            boolean over = !down.containsKey(host);
            if (over) {
                news.add(new Incident(Optional.of(host), false, 0));
            }
            return over;
        });
        if (fleet && down.isEmpty()) {
            fleet = false;
            news.add(new Incident(Optional.empty(), false, 0));
        }
        return news;
    }
}
