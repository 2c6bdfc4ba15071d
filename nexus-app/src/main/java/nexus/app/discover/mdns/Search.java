package nexus.app.discover.mdns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Asks who is there, and listens for a while.
public final class Search {

    /// The question is sent so often in that time: packets get lost, and what one answer left out is asked next.
    private static final int TIMES = 3;
    /// What anybody can make us read in that time.
    private static final int MOST_PACKETS = 2000;

    private Search() {}

    /// @param into takes in what comes
    /// @param limit how long to listen
    /// @return what is known at the end
    /// @throws IOException if the network can't be asked
    public static List<Announced> run(Ether ether, Neighbourhood into, Duration limit) throws IOException {
        long start = System.nanoTime();
        int asked = 0;
        for (int packets = 0; packets < MOST_PACKETS; ) {
            long passed = System.nanoTime() - start;
            if (passed >= limit.toNanos() || Thread.currentThread().isInterrupted()) {
                break;
            }
            long due = limit.toNanos() / TIMES * asked;
            if (asked < TIMES && passed >= due) {
                ether.send(into.question());
                asked++;
                continue;
            }
            long until = asked < TIMES ? due : limit.toNanos();
            var packet = ether.receive(Duration.ofNanos(Math.max(1, until - passed)));
            if (packet.isPresent()) {
                into.hear(
                        packet.get().bytes(),
                        packet.get().length(),
                        packet.get().from());
                packets++;
            }
        }
        return into.services();
    }
}
