package nexus.app.check;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Who is due when, with the two rules that keep a fleet even when the program was held up. Knows no clock and
/// no thread.
///
/// 1. A turn that comes more than [#TOLERANCE] late is not made up for, it moves to its next slot, once:
///    after a stall a fleet continues evenly instead of all at once.
/// 2. No more start than there are places; when these are few, those that somebody asks for go first, then
///    those whose last check did not fail.
///
/// Whatever is thrown, out of memory perhaps: a turn is here until it has started, and here once.
final class Agenda {

    /// How late a turn may come and still start, in nanoseconds.
    static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(200);

    /// Those that are not due yet.
    private final PriorityQueue<Turn> waiting =
            new PriorityQueue<>(Comparator.comparingLong((Turn turn) -> turn.planned));
    /// Those that are due and have found no place yet.
    private final PriorityQueue<Turn> ready = new PriorityQueue<>(Comparator.comparing((Turn turn) -> !turn.hurried)
            .thenComparing(turn -> !turn.succeeded)
            .thenComparingLong(turn -> turn.planned));

    private final Plan plan;

    /// Moves turns in time.
    interface Plan {
        /// Moves one that came too late to its next slot, or leaves it.
        void skip(Turn turn, long now);

        /// Moves one forward whose timing has changed or that somebody asks for.
        void review(Turn turn, long now);
    }

    Agenda(Plan plan) {
        this.plan = plan;
    }

    /// Takes in a turn; it is forgotten if its backend is gone.
    void add(Turn turn, long now) {
        if (turn.isRetired()) {
            return;
        }
        plan.review(turn, now);
        waiting.add(turn);
    }

    /// Looks at every turn again: something has changed that not they did.
    void review(long now) {
        try {
            waiting.forEach(turn -> plan.review(turn, now));
            ready.forEach(turn -> plan.review(turn, now));
        } finally {
            order(waiting);
            order(ready);
        }
    }

    /// Makes a heap again of one whose turns have moved, without those whose backend is gone.
    private static void order(PriorityQueue<Turn> heap) {
        var turns = heap.toArray(Turn[]::new);
        heap.clear();
        for (var turn : turns) {
            if (!turn.isRetired()) {
                heap.add(turn);
            }
        }
    }

    /// When the next turn is due, perhaps long ago; `Long.MAX_VALUE` for never.
    long nextDue() {
        var first = ready.isEmpty() ? waiting.peek() : ready.peek();
        return first == null ? Long.MAX_VALUE : first.planned;
    }

    /// Starts what is due.
    ///
    /// @param places how many checks may start; none if negative
    /// @param start  starts a check; false if it could not, then it is tried again
    void take(long now, int places, Predicate<Turn> start) {
        for (var turn = waiting.peek(); turn != null && turn.planned <= now; turn = waiting.peek()) {
            if (now - turn.planned > TOLERANCE && !turn.skipped) {
                waiting.remove();
                skip(turn, now);
            } else {
                ready.add(turn);
                waiting.remove();
            }
        }
        for (int room = places; room > 0 && !ready.isEmpty(); room--) {
            var turn = ready.element();
            if (!start.test(turn)) {
                waiting.add(turn);
            }
            ready.remove();
        }
    }

    private void skip(Turn turn, long now) {
        try {
            turn.skipped = true;
            plan.skip(turn, now);
        } finally {
            waiting.add(turn);
        }
    }
}
