package nexus.app.events;

import java.util.List;

/// Cuts the lists of one event, and counts what is cut.
final class Names {

    private int all;
    private int untold;

    <T> List<T> first(List<T> names) {
        all += names.size();
        untold += Math.max(0, names.size() - Happening.MAX_NAMES);
        return names.size() <= Happening.MAX_NAMES ? names : names.subList(0, Happening.MAX_NAMES);
    }

    int untold() {
        return untold;
    }

    /// Whether there was none at all.
    boolean isEmpty() {
        return all == 0;
    }
}
