package measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Asks one path again and again over a few kept connections, from one thread.
final class Load {
    private static final int CONNECTIONS = 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final byte[] request;
    private final InetSocketAddress server;
    private long answers;

    Load(int port, String path) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1);
    }

    /// Answers a second, over so many seconds.
    double run(double seconds) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = SocketChannel.open(server);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new AnswerEnd());
                channel.write(ByteBuffer.wrap(request));
            }
            answers = 0;
            long from = System.nanoTime();
            while (System.nanoTime() - from < seconds * 1e9) {
                selector.select(this::readable, 200);
            }
            double rate = answers / ((System.nanoTime() - from) / 1e9);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return rate;
        }
    }

    private void readable(SelectionKey key) {
        var channel = (SocketChannel) key.channel();
        var answer = (AnswerEnd) key.attachment();
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException("the server closed a kept connection");
            }
            if (answer.isReachedBy(buffer.flip())) {
                answers++;
                channel.write(ByteBuffer.wrap(request));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
