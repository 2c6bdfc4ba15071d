package nexus.app.api;

import java.util.HashMap;
import java.util.Map;

/// How many event streams there may be, beside all other connections. Thread-safe.
///
/// Who has a place keeps it: unlike a request, a stream never ends by itself.
final class StreamPlaces {

    /// Of all peers together.
    static final int TOTAL = 1200;
    /// Of one peer, unless it is this machine.
    static final int PEER = 200;

    private final int total;
    private final int peer;
    private final Map<PeerNetwork, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces() {
        this(TOTAL, PEER);
    }

    StreamPlaces(int total, int peer) {
        this.total = total;
        this.peer = peer;
    }

    /// Takes a place, if one is free.
    synchronized boolean take(PeerNetwork of) {
        int own = taken.getOrDefault(of, 0);
        if (all == total || (own >= peer && !of.loopback())) {
            return false;
        }
        taken.put(of, own + 1);
        all++;
        return true;
    }

    /// Gives it back.
    synchronized void give(PeerNetwork of) {
        taken.computeIfPresent(of, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
