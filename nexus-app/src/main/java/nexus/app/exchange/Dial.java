package nexus.app.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;
import nexus.app.exchange.Break.Kind;
import nexus.app.health.Phase;

/// Connects to the first of a name's addresses that takes the call: each gets a share of the time left, so that a
/// dead one in front leaves enough for the next and its answer.
final class Dial {

    private static final int ADDRESSES = 8;
    private static final int ANY_PORT = 9;

    private final int port;
    private final Deadline deadline;
    private final LongAdder calls;
    private final StringJoiner tried = new StringJoiner(", ");
    private boolean refused;
    private boolean reset;

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
                return failed(Kind.TIMED_OUT, tried.toString());
            }
            left--;
        }
        if (reset && !refused) {
            return failed(Kind.RESET, "as soon as it was made");
        }
        return failed(refused ? Kind.REFUSED : Kind.UNREACHABLE, tried.toString());
    }

    private boolean connects(DeadlineSocket socket, InetAddress address, int left) {
        boolean connected = false;
        calls.increment();
        try {
            socket.connect(new InetSocketAddress(address, port), share(left));
            connected = true;
        } catch (SocketTimeoutException e) {
            tried(address, "does not answer");
        } catch (BindException e) {
            tried(address, "cannot be called from this machine");
        } catch (ConnectException e) {
            refused = true;
            tried(address, "refuses");
        } catch (NoRouteToHostException e) {
            tried(address, "cannot be reached");
        } catch (IOException e) {
            boolean routed = isRouted(address);
            reset |= routed;
            tried(address, routed ? "resets" : "cannot be reached");
        } finally {
            if (!connected) {
                Connection.close(socket);
            }
        }
        return connected;
    }

    /// A reset that overtakes the end of a connect looks like a missing route, but for its message. The system
    /// tells whether there is a route without sending anything.
    private static boolean isRouted(InetAddress address) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(address, ANY_PORT));
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

    private void tried(InetAddress address, String what) {
        String shown =
                address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        tried.add(shown + ":" + port + " " + what);
    }

    private static Result failed(Kind kind, String detail) {
        return new Result.Failed(new Break(Phase.CONNECT, kind, detail));
    }
}
