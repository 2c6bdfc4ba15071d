package nexus.app.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/// Waits for [Curfew], with a socket of its own. A peer cannot tell: of a virtual thread that reads, the system's
/// socket is closed only when that thread has had its turn.
public final class StruckCurfew {

    private StruckCurfew() {}

    /// Returns when every deadline that was set before, and for no longer, has been looked at after it had passed.
    public static void await(Duration length) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new DeadlineSocket(Deadline.after(length))) {
            socket.connect(server.getLocalSocketAddress());
            socket.getInputStream().read();
            throw new AssertionError("nobody says anything here");
        } catch (IOException e) {
            // It has been closed.
        }
    }
}
