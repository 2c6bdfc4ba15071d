package nexus.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers the turns of each interval without a gap, from 0: the phases of such numbers are evenly spread.
///
/// After a change of the fleet a turn keeps its number if it can; new ones, and those with the highest numbers,
/// take the free ones, the lowest first. A turn whose number changes moves to its new phase by small steps
/// ([Rhythm#towards]); only its home changes here. Not thread-safe.
final class Seats {

    /// Where the numbers of an interval begin, so that a fleet of many intervals is spread as well.
    private final Map<Duration, Integer> offsets = new HashMap<>();

    /// @param turns all that there are
    void assign(Collection<Turn> turns) {
        Map<Duration, List<Turn>> rows = new LinkedHashMap<>();
        turns.forEach(turn ->
                rows.computeIfAbsent(interval(turn), _ -> new ArrayList<>()).add(turn));
        offsets.keySet().retainAll(rows.keySet());
        var taken = new BitSet();
        offsets.values().forEach(taken::set);
        rows.forEach((interval, row) -> {
            int offset = offsets.computeIfAbsent(interval, _ -> firstFree(taken));
            assign(row, interval, offset);
        });
    }

    private static void assign(List<Turn> row, Duration interval, int offset) {
        var taken = new BitSet(row.size());
        var standing = new ArrayList<Turn>();
        for (var turn : row) {
            boolean seated = turn.seatedFor.filter(interval::equals).isPresent() && turn.seat < row.size();
            if (seated) {
                taken.set(turn.seat);
            } else {
                standing.add(turn);
            }
        }
        for (var turn : standing) {
            turn.seat = firstFree(taken);
            turn.home = Rhythm.of(offset + turn.seat);
            if (turn.seatedFor.isEmpty()) {
                turn.rhythm = turn.home;
            }
            turn.seatedFor = Optional.of(interval);
        }
    }

    private static int firstFree(BitSet taken) {
        int free = taken.nextClearBit(0);
        taken.set(free);
        return free;
    }

    private static Duration interval(Turn turn) {
        return turn.target.config().timing().interval();
    }
}
