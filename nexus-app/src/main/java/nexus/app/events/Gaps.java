package nexus.app.events;

import java.util.ArrayList;
import java.util.List;

/// Names the numbers that are missing in a list of events: what was told once, and was not stored, or deleted.
final class Gaps {

    private Gaps() {}

    /// @param after the number above which the list begins; 0: no matter which
    static List<Event> told(long after, List<Event> events) {
        var told = new ArrayList<Event>(events.size() + 1);
        long last = after;
        for (var event : events) {
            if (last > 0 && event.from() > last + 1) {
                long to = event.from() - 1;
                told.add(new Event(to, event.at(), new Happening.Lost(last + 1, to)));
            }
            told.add(event);
            last = event.id();
        }
        return told;
    }
}
