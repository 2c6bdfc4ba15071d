package nexus.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on 127.0.0.1 that does to every connection what a test says; connections live until it is closed.
public final class OneServer implements AutoCloseable {

    /// What is done to one connection; it may throw, the other side has gone then.
    public interface Script {
        void play(Talk talk) throws IOException, InterruptedException;
    }

    /// One connection, from the server's side.
    ///
    /// @param number counts from 1
    public record Talk(Socket socket, int number, CountDownLatch end) {

        /// Reads one request up to its blank line; empty when the client has gone.
        public String heard() throws IOException {
            InputStream in = socket.getInputStream();
            var text = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                text.append((char) b);
                if (text.length() > 3 && text.substring(text.length() - 4).equals("\r\n\r\n")) {
                    return text.toString();
                }
            }
            return "";
        }

        public void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /// Says nothing more, and keeps the connection open until the test is over.
        public void hang() throws InterruptedException {
            end.await();
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket listening;
    private final Thread acceptor;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    public OneServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    public OneServer(ServerSocket listening, Script script) {
        this.listening = listening;
        acceptor = Thread.ofVirtual().start(() -> accept(script));
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                var talk = new Talk(socket, connections.incrementAndGet(), end);
                Thread.ofVirtual().start(() -> play(script, talk));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void play(Script script, Talk talk) {
        try (Socket socket = talk.socket()) {
            script.play(talk);
            // An end in order: what the client still says is heard, so that no reset eats our last words.
            if (!socket.isClosed()) {
                socket.shutdownOutput();
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, as it may.
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// How many connections were accepted.
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        awaitAcceptor();
    }

    /// A port is closed for the system only when the thread in accept has noticed.
    private void awaitAcceptor() {
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
