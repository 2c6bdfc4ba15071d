package nexus.app.demo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A bare HTTP client that shows the very bytes of an answer.
final class Client {

    /// A bound for tests that hang, not an expectation.
    private static final int GIVE_UP_MILLIS = 20_000;

    private Client() {}

    /// All that comes back before the server closes.
    static byte[] ask(int port, String path) throws IOException {
        try (var socket = connect(port)) {
            send(socket, path, "Connection: close\r\n");
            return socket.getInputStream().readAllBytes();
        }
    }

    static String text(int port, String path) throws IOException {
        return new String(ask(port, path), StandardCharsets.UTF_8);
    }

    static Socket connect(int port) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(GIVE_UP_MILLIS);
        return socket;
    }

    static void send(Socket socket, String path, String headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /// As many bytes as the resource has, for an answer after which the connection stays open.
    static boolean answers(Socket socket, Reply expected) throws IOException {
        byte[] wire = expected.wire();
        return Arrays.equals(socket.getInputStream().readNBytes(wire.length), wire);
    }
}
