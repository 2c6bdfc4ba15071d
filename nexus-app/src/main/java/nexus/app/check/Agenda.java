package nexus.app.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/// Who is due when: a heap of turns, with the two rules that keep a fleet even when the program was held up.
/// Knows no clock and no thread.
///
/// 1. A turn that comes more than [#TOLERANCE] late is not made up for, it moves to its next slot, once:
///    after a stall a fleet continues evenly instead of all at once.
/// 2. No more start than the [Pace] and `places` allow; when that is tight, those whose last check succeeded
/// go first.
final class Agenda {

    /// How late a turn may come and still start, in nanoseconds.
    static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(200);

    /// How long a turn that finds no place stands back, in nanoseconds.
    private static final long STAND_BACK = TimeUnit.MILLISECONDS.toNanos(10);

    private final PriorityQueue<Turn> heap = new PriorityQueue<>(Comparator.comparingLong(turn -> turn.due));
    private final Skip skip;
    private final Pace pace;

    /// Says where a turn that came too late goes.
    interface Skip {
        long next(Turn turn, long now);
    }

    Agenda(Skip skip, Pace pace) {
        this.skip = skip;
        this.pace = pace;
    }

    void add(Turn turn) {
        heap.add(turn);
    }

    boolean remove(Turn turn) {
        return heap.remove(turn);
    }

    /// Adds one that could not start now; it is due again soon.
    void standBack(Turn turn, long now) {
        turn.due = now + STAND_BACK;
        heap.add(turn);
    }

    /// When the next turn is due; `Long.MAX_VALUE` for never.
    long nextDue() {
        var first = heap.peek();
        return first == null ? Long.MAX_VALUE : first.due;
    }

    /// Takes out the turns that start now.
    ///
    /// @param places how many more checks may run
    List<Turn> take(long now, int places) {
        var turns = new ArrayList<Turn>();
        while (nextDue() <= now) {
            var turn = heap.remove();
            if (now - turn.planned > TOLERANCE && turn.due == turn.planned && !turn.skipped) {
                turn.plan(skip.next(turn, now));
                turn.skipped = true;
                heap.add(turn);
            } else {
                turns.add(turn);
            }
        }
        int room = Math.clamp(places, 0, pace.allowed(now));
        var starting = turns.size() <= room ? turns : firstOf(turns, room, now);
        pace.started(starting.size());
        return starting;
    }

    private List<Turn> firstOf(List<Turn> turns, int places, long now) {
        turns.sort(Comparator.comparing((Turn turn) -> !turn.succeeded).thenComparingLong(turn -> turn.planned));
        for (var turn : turns.subList(places, turns.size())) {
            standBack(turn, now);
        }
        return List.copyOf(turns.subList(0, places));
    }
}
