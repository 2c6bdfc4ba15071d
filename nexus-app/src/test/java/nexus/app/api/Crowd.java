package nexus.app.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Many clients that take connections and give nothing for them. Those that drip do so until they are cut.
final class Crowd implements AutoCloseable {

    /// What each of them sends first.
    enum Kind {
        IDLE("", false),
        HALF_HEAD("GET /health HTTP/1.1\r\nHo", false),
        DRIPPED_HEAD("GET /health HTTP/1.1\r\nHost: localhost\r\nX: ", true),
        DRIPPED_BODY("POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", true),
        NEVER_READS("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n", false);

        private final String sent;
        private final boolean drips;

        Kind(String sent, boolean drips) {
            this.sent = sent;
            this.drips = drips;
        }
    }

    private final List<Socket> all = new ArrayList<>();
    private final Queue<Socket> dripping = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /// One after another of each kind, so many in all.
    static Crowd gather(int port, int clients) throws IOException {
        var crowd = new Crowd();
        Thread.ofPlatform().name("crowd").start(crowd::drip);
        for (int i = 0; i < clients; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var socket = new Socket();
            crowd.all.add(socket);
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            crowd.send(socket, kind);
        }
        return crowd;
    }

    /// Some are cut while others still come: that is no fault of theirs.
    private void send(Socket socket, Kind kind) {
        try {
            socket.getOutputStream().write(kind.sent.getBytes());
            if (kind.drips) {
                dripping.add(socket);
            }
        } catch (IOException cut) {
            // Seen by whoever waits for the end.
        }
    }

    private void drip() {
        try {
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                dripping.removeIf(Crowd::isCut);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    /// How many still can drip.
    int dripping() {
        return dripping.size();
    }

    /// Returns when every one of them was cut; fails by a timeout if one is not.
    void awaitEnds() throws IOException {
        for (var socket : all) {
            try {
                socket.getInputStream().readAllBytes();
            } catch (SocketException reset) {
                // That is an end too.
            }
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        for (var socket : all) {
            socket.close();
        }
    }
}
