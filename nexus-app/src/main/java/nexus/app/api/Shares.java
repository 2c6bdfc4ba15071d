package nexus.app.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How many connections there may be, in all and of one peer; event streams are counted by [StreamPlaces].
///
/// Whoever takes more than its share loses the one that has waited longest, not the new one: so a crowd of idle
/// connections never keeps anybody out, not even another program of the same machine.
///
/// @param total    of all peers together
/// @param loopback of the programs of this machine together: generous, but never all
/// @param peer     of any other peer
record Shares(int total, int loopback, int peer) {

    static final Shares DEFAULT = new Shares(1000, 900, 200);

    /// Which connection has to go now that one has come; empty while all have room.
    ///
    /// @param open those that are open, the newcomer among them
    Optional<Accepted> surplus(Collection<Accepted> open, Accepted newcomer) {
        Map<PeerNetwork, Integer> counts = new HashMap<>();
        open.forEach(one -> counts.merge(one.peer(), 1, Integer::sum));
        var peer = newcomer.peer();
        if (counts.getOrDefault(peer, 0) > (peer.loopback() ? loopback : this.peer)) {
            return longestWaiting(open, peer, newcomer);
        }
        if (open.size() <= total) {
            return Optional.empty();
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> longestWaiting(open, most.getKey(), newcomer));
    }

    private static Optional<Accepted> longestWaiting(Collection<Accepted> open, PeerNetwork peer, Accepted newcomer) {
        return open.stream()
                .filter(one -> one.peer().equals(peer) && one != newcomer)
                .min(Comparator.comparing(Accepted::isAnswering)
                        .thenComparingLong(one -> one.sinceNanos() - newcomer.sinceNanos()));
    }
}
