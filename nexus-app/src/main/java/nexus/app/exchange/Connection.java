package nexus.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// One open connection, plain or secured: bytes out, bytes in. Knows no HTTP.
final class Connection implements AutoCloseable {

    private final DeadlineSocket raw;
    private final InputStream in;
    private final OutputStream out;

    /// @param raw     what was connected
    /// @param through the same, or the TLS socket over it
    Connection(DeadlineSocket raw, Socket through) throws IOException {
        this.raw = raw;
        this.in = through.getInputStream();
        this.out = through.getOutputStream();
    }

    void arm(Deadline deadline) {
        raw.arm(deadline);
    }

    /// Sends at most [RequestBytes#LIMIT] bytes, which the system takes without waiting for the other side.
    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// @return how many came; negative at the end of the stream
    int receive(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    /// Whether nothing has come that nobody asked for.
    boolean isQuiet() {
        try {
            return in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// See [DeadlineSocket#isStarved].
    boolean isStarved() {
        return raw.isStarved();
    }

    /// Closes the socket below TLS at once: there is nobody to say goodbye to, and that could wait.
    @Override
    public void close() {
        close(raw);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Its descriptor is gone all the same, and the exchange has ended as it has.
        }
    }
}
