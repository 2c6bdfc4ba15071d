package nexus.app.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// One port of 127.0.0.1, ours from first to last: listening, or held by a bound socket that doesn't listen, so
/// that connects are refused and yet nobody else is given it. Not thread-safe.
final class Port implements Closeable {

    private static final int BACKLOG = 256;

    private final int number;
    private Closeable holder;

    private Port(ServerSocket first) {
        this.number = first.getLocalPort();
        this.holder = first;
    }

    /// A free port with its first listener.
    record Opened(Port port, ServerSocket listener) {}

    static Opened open() throws IOException {
        var listener = listen(0);
        return new Opened(new Port(listener), listener);
    }

    int number() {
        return number;
    }

    /// Listens again.
    ServerSocket reopen() throws IOException {
        holder.close();
        var listener = listen(number);
        holder = listener;
        return listener;
    }

    /// Keeps the port without listening, once it is closed and where the system allows it.
    void hold() {
        var silent = new Socket();
        holder = silent;
        try {
            silent.setReuseAddress(true);
            silent.bind(new InetSocketAddress(loopback(), number));
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    private static ServerSocket listen(int number) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), number), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
