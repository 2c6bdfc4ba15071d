package nexus.app.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Listens on 127.0.0.2, accepts nobody, and has its queue full already: further calls get no answer at all.
public final class FullQueue implements AutoCloseable {

    private final ServerSocket listening;
    private final List<SocketChannel> callers = new ArrayList<>();

    public FullQueue(int port) throws IOException {
        listening = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"));
        for (int i = 0; i < 8; i++) {
            SocketChannel caller = SocketChannel.open();
            caller.configureBlocking(false);
            caller.connect(new InetSocketAddress("127.0.0.2", listening.getLocalPort()));
            callers.add(caller);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
        listening.close();
    }
}
