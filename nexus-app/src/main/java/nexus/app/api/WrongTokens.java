package nexus.app.api;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Makes guessing the token costly: a peer that sent ten wrong ones within a minute is not listened to for the rest
/// of that minute. Thread-safe, and bounded: it remembers the last thousand peers.
final class WrongTokens {

    static final int ALLOWED = 10;
    private static final int PEERS = 1024;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private static final class Minute {
        private final long since;
        private int wrong;

        private Minute(long since) {
            this.since = since;
        }
    }

    private final LongSupplier nanoTime;
    private final Map<PeerNetwork, Minute> peers = new LinkedHashMap<>();

    /// @param nanoTime a clock like [System#nanoTime()]
    WrongTokens(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Notes a wrong token.
    synchronized void note(InetAddress peer) {
        var name = PeerNetwork.of(peer);
        var minute = peers.get(name);
        if (minute == null || isOver(minute)) {
            peers.remove(name);
            minute = new Minute(nanoTime.getAsLong());
            peers.put(name, minute);
            if (peers.size() > PEERS) {
                peers.remove(peers.keySet().iterator().next());
            }
        }
        minute.wrong++;
    }

    /// Seconds until this peer is listened to again; 0: now.
    synchronized int secondsShut(InetAddress peer) {
        var minute = peers.get(PeerNetwork.of(peer));
        if (minute == null || minute.wrong < ALLOWED || isOver(minute)) {
            return 0;
        }
        long left = MINUTE_NANOS - (nanoTime.getAsLong() - minute.since);
        return (int) (left / 1_000_000_000L) + 1;
    }

    private boolean isOver(Minute minute) {
        return nanoTime.getAsLong() - minute.since >= MINUTE_NANOS;
    }
}
