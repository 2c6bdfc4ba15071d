package nexus.app.history.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The stretches of time in which this process saw the fleet. Thread-safe.
///
/// It is told the time each minute. If that is far from where it should be, the machine was paused, or its clock was
/// set: what lies between was not seen, and another stretch begins.
final class Runs {

    /// Far more than a minute that a busy machine makes long.
    static final Duration LONGEST_MINUTE = Duration.ofMinutes(2);

    /// @param started identifies it
    /// @param noted   until when it is known to have lasted; not before `started`
    /// @param isStart whether the process began then; else it went on after a pause
    record Run(Instant started, Instant noted, boolean isStart) {}

    /// Those that have ended and are not stored yet: at most [#MOST_ENDED].
    private final List<Run> ended = new ArrayList<>();

    private static final int MOST_ENDED = 1000;
    private Run current;

    Runs(Instant now) {
        current = new Run(now, now, true);
    }

    synchronized void note(Instant now) {
        var since = Duration.between(current.noted, now);
        if (since.abs().compareTo(LONGEST_MINUTE) > 0) {
            ended.add(current);
            if (ended.size() > MOST_ENDED) {
                ended.removeFirst();
            }
            current = new Run(now, now, false);
        } else if (since.isPositive()) {
            current = new Run(current.started, now, current.isStart);
        }
    }

    /// The stretch that lasts.
    synchronized Run current() {
        return current;
    }

    /// What is not known to be stored, in order.
    synchronized List<Run> unsaved() {
        var all = new ArrayList<>(ended);
        all.add(current);
        return all;
    }

    synchronized void saved(List<Run> runs) {
        ended.removeAll(runs);
    }
}
