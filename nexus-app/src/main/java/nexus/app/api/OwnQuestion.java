package nexus.app.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A question to our own server, over a socket as every client's.
final class OwnQuestion {

    private static final byte[] REQUEST = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private OwnQuestion() {}

    /// Whether anything comes back: from a server that speaks TLS that is its refusal of what is no handshake, which
    /// takes the same threads.
    ///
    /// @param server   the address that it listens on, which may be the one that stands for all
    /// @param patience for each of connecting and the first byte
    static boolean isAnswered(InetSocketAddress server, Duration patience) {
        int millis = (int) patience.toMillis();
        try (var socket = new Socket()) {
            socket.connect(server, millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(REQUEST);
            socket.getInputStream().read();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
