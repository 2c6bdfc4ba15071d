package nexus.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nexus.app.api.Documented;

/// Asks a server of this machine in bytes.
final class Wire {

    private Wire() {}

    /// All that comes; of a stream what comes at once.
    static String answer(String url, String wire) {
        var bytes = new ByteArrayOutputStream();
        try (var socket = new Socket("127.0.0.1", URI.create(url).getPort())) {
            socket.setSoTimeout(wire.contains(" /v1/events") ? 200 : 20_000);
            socket.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(bytes);
        } catch (SocketTimeoutException e) {
            // A stream has no end.
        } catch (IOException e) {
            throw new AssertionError(wire, e);
        }
        return Documented.held(wire, bytes.toString(StandardCharsets.UTF_8));
    }
}
