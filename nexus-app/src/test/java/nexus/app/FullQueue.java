package nexus.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port of 127.0.0.1 that nobody accepts on and whose queue is full: connects wait, and are never refused.
final class FullQueue implements AutoCloseable {

    private static final int MORE_THAN_ANY_QUEUE = 64;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    private FullQueue() throws IOException {}

    static FullQueue fill() throws IOException {
        var queue = new FullQueue();
        while (queue.takesOneMore()) {
            if (queue.waiting.size() > MORE_THAN_ANY_QUEUE) {
                throw new IOException("this system's queues are never full");
            }
        }
        return queue;
    }

    int port() {
        return listener.getLocalPort();
    }

    private boolean takesOneMore() throws IOException {
        var socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 500);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : waiting) {
            socket.close();
        }
        listener.close();
    }
}
