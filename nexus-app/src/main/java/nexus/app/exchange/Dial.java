package nexus.app.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;
import nexus.app.exchange.Break.Kind;
import nexus.app.health.Phase;

/// Connects to the first of a name's addresses that takes the call: each gets a share of the time left, so that a
/// dead one in front leaves enough for the next and its answer.
final class Dial {

    private static final int ADDRESSES = 8;

    private final int port;
    private final Deadline deadline;
    private final LongAdder calls;
    private final StringJoiner tried = new StringJoiner(", ");
    private final Set<Miss> misses = EnumSet.noneOf(Miss.class);
    private Miss last = Miss.UNREACHABLE;

    /// @param calls counts each try
    Dial(int port, Deadline deadline, LongAdder calls) {
        this.port = port;
        this.deadline = deadline;
        this.calls = calls;
    }

    /// What a call came to.
    sealed interface Result {
        record Connected(DeadlineSocket socket) implements Result {}

        record Failed(Break why) implements Result {}
    }

    /// Tries them in order, eight at the most.
    Result call(List<InetAddress> addresses) {
        int left = Math.min(addresses.size(), ADDRESSES);
        for (InetAddress address : addresses.subList(0, left)) {
            DeadlineSocket socket;
            try {
                socket = new DeadlineSocket(deadline);
            } catch (IOException e) {
                return failed(Kind.OUT_OF_DESCRIPTORS, "this machine has no socket left for it");
            }
            if (connects(socket, address, left)) {
                return new Result.Connected(socket);
            }
            if (Thread.currentThread().isInterrupted()) {
                return failed(Kind.CANCELLED, "interrupted while connecting");
            }
            if (deadline.passed()) {
                break;
            }
            left--;
        }
        return missed();
    }

    /// What says most of all that was tried.
    private Result missed() {
        Miss most = misses.iterator().next();
        if (deadline.passed() && most != Miss.NO_LOCAL_PORT) {
            return failed(Kind.TIMED_OUT, tried.toString());
        }
        // The one that was silent had a share of the time alone, and the last one failed before the rest was over.
        if (most == Miss.SILENT && last != Miss.SILENT) {
            return failed(Kind.UNREACHABLE, tried.toString());
        }
        String detail = most == Miss.RESET ? "as soon as it was made" : tried.toString();
        return new Result.Failed(new Break(Phase.CONNECT, most.kind(), detail, most.advice()));
    }

    private boolean connects(DeadlineSocket socket, InetAddress address, int left) {
        boolean connected = false;
        calls.increment();
        long start = System.nanoTime();
        try {
            socket.connect(new InetSocketAddress(address, port), share(left));
            connected = true;
        } catch (IOException e) {
            missed(address, Miss.of(e, Duration.ofNanos(System.nanoTime() - start), () -> isRouted(address)));
        } finally {
            if (!connected) {
                Connection.close(socket);
            }
        }
        return connected;
    }

    /// The system tells whether there is a route, and whether a filter of its own lets a call pass, without sending
    /// anything.
    private boolean isRouted(InetAddress address) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(address, port));
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /// Milliseconds for one address: all that is left for the last, else an equal part, one more for the answer.
    private int share(int left) {
        int millis = deadline.remainingMillis();
        return Math.max(1, left == 1 ? millis : millis / (left + 1));
    }

    private void missed(InetAddress address, Miss miss) {
        String shown =
                address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        tried.add(shown + ":" + port + " " + miss.words());
        misses.add(miss);
        last = miss;
    }

    private static Result failed(Kind kind, String detail) {
        return new Result.Failed(new Break(Phase.CONNECT, kind, detail));
    }
}
