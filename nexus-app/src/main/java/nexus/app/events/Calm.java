package nexus.app.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Keeps what changes to and fro from flooding everybody: of each backend, one change is told at once; further
/// ones wait until a gap has passed, and then the last of them is told, if it still is one. While changes
/// keep coming the gap doubles, up to a bound. For one thread.
///
/// @param <V> what changes
final class Calm<V> {

    static final Duration FIRST_GAP = Duration.ofSeconds(10);
    static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    /// A change that may be told now.
    record Step<V>(String backend, V before, V after) {}

    private static final class Known<V> {
        private V told;
        private Optional<V> waiting = Optional.empty();
        private Instant notBefore = Instant.MIN;
        private Duration gap = Duration.ZERO;

        private Known(V told) {
            this.told = told;
        }

        /// A clock that was set back holds nothing for longer than the gap.
        private boolean isHeld(Instant now) {
            return now.isBefore(notBefore) && !now.isBefore(notBefore.minus(gap));
        }
    }

    private final Map<String, Known<V>> known = new HashMap<>();
    private final Map<String, Known<V>> waiting = new HashMap<>();
    private final BiPredicate<V, V> same;

    /// @param same whether two values are no change
    Calm(BiPredicate<V, V> same) {
        this.same = same;
    }

    /// This value is known to everybody.
    void told(String backend, V value) {
        forget(backend);
        known.put(backend, new Known<>(value));
    }

    /// Nothing of this backend is known to anybody any more.
    void forget(String backend) {
        known.remove(backend);
        waiting.remove(backend);
    }

    /// A value that was seen.
    ///
    /// @param before what it was before, if nothing is known yet
    /// @return the change, if it may be told now
    Optional<Step<V>> seen(String backend, V before, V value, Instant now) {
        var entry = known.computeIfAbsent(backend, _ -> new Known<>(before));
        if (same.test(entry.told, value)) {
            entry.waiting = Optional.empty();
            waiting.remove(backend);
            return Optional.empty();
        }
        if (entry.isHeld(now)) {
            entry.waiting = Optional.of(value);
            waiting.put(backend, entry);
            return Optional.empty();
        }
        return Optional.of(step(backend, entry, value, now));
    }

    /// The changes that have waited long enough.
    List<Step<V>> due(Instant now) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var steps = new ArrayList<Step<V>>();
        waiting.entrySet().removeIf(entry -> {
            var one = entry.getValue();
            boolean isDue = !one.isHeld(now);
            if (isDue) {
                steps.add(step(entry.getKey(), one, one.waiting.orElse(one.told), now));
            }
            return isDue;
        });
        return steps;
    }

    private Step<V> step(String backend, Known<V> entry, V value, Instant now) {
        boolean wasCalm = now.isAfter(entry.notBefore.plus(entry.gap));
        entry.gap = wasCalm ? FIRST_GAP : shorter(entry.gap.multipliedBy(2), LONGEST_GAP);
        entry.notBefore = now.plus(entry.gap);
        entry.waiting = Optional.empty();
        var step = new Step<>(backend, entry.told, value);
        entry.told = value;
        return step;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
