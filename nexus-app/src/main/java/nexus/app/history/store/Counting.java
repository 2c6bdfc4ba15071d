package nexus.app.history.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.Observer;
import nexus.app.registry.Registry;
import nexus.app.registry.Renewal;

/// Counts what checks come to. A check pays for a look into a map and some additions. Thread-safe.
final class Counting implements Observer {

    private record Leaver(String name, CheckCounter counter) {}

    /// Made with the fleet, never by a check: what ends after a removal counts nowhere.
    private final Map<String, CheckCounter> counters = new ConcurrentHashMap<>();
    /// Of backends that were removed since they were taken last.
    private final Queue<Leaver> leavers = new ConcurrentLinkedQueue<>();
    /// Those of the minute before, used again while the fleet stays: 10 000 names are not kept for each minute that
    /// waits for the database.
    private List<String> names = List.of();

    /// Begins to count; to be called before the first check.
    void observe(Registry registry) {
        registry.backends().forEach(this::enter);
        registry.observe(this);
    }

    @Override
    public void checked(Change change) {
        if (change.isCounted()) {
            var counter = counters.get(change.after().name());
            if (counter != null) {
                change.after().lastCheck().ifPresent(counter::add);
            }
        }
    }

    @Override
    public void fleetChanged(Renewal renewal) {
        renewal.removed().forEach(this::leave);
        renewal.added().forEach(this::enter);
    }

    private void enter(Backend backend) {
        counters.put(backend.config().name(), new CheckCounter());
    }

    private void leave(Backend backend) {
        String name = backend.config().name();
        var counter = counters.remove(name);
        if (counter != null) {
            leavers.add(new Leaver(name, counter));
        }
    }

    /// What was counted since the last call; by one thread at a time.
    ///
    /// @param number of the minute in which it was
    Minute take(long number) {
        var checked = new ArrayList<String>();
        var out = new Bytes();
        counters.forEach((name, counter) -> add(name, counter, checked, out));
        for (var leaver = leavers.poll(); leaver != null; leaver = leavers.poll()) {
            add(leaver.name(), leaver.counter(), checked, out);
        }
        if (!names.equals(checked)) {
            names = List.copyOf(checked);
        }
        return new Minute(number, names, out.all());
    }

    private static void add(String name, CheckCounter counter, List<String> checked, Bytes out) {
        var tally = counter.take();
        if (!tally.isEmpty()) {
            checked.add(name);
            Packing.EXACT.write(tally, out);
        }
    }
}
