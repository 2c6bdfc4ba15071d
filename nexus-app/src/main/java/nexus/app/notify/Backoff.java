package nexus.app.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, from a second to five minutes, and never just
/// as long as the others who wait for the same service.
///
/// @param random where half of each wait comes from
record Backoff(RandomGenerator random) {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /// More doublings than it takes to get beyond [#LONGEST].
    private static final int MOST_DOUBLINGS = 10;

    /// @param failures in a row, positive
    /// @param wish     how long the receiver asks to be left alone
    Duration after(int failures, Optional<Duration> wish) {
        var whole = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var most = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        var wait = most.dividedBy(2).plusNanos(random.nextLong(most.dividedBy(2).toNanos() + 1));
        return wish.filter(longer -> longer.compareTo(wait) > 0).orElse(wait);
    }
}
