package nexus.app.discover.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Answers questions on a real socket of 127.0.0.1, to whoever asks.
public final class Responder implements AutoCloseable {

    private final DatagramSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private final Thread thread;

    /// @param answer to the first question, the second, ...; an empty array is silence
    public Responder(IntFunction<byte[]> answer) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread = Thread.ofVirtual().start(() -> run(answer));
    }

    private void run(IntFunction<byte[]> answer) {
        var packet = new DatagramPacket(new byte[9000], 9000);
        try {
            while (true) {
                socket.receive(packet);
                byte[] bytes = answer.apply(asked.getAndIncrement());
                if (bytes.length > 0) {
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // It was closed: this is how it ends.
        }
    }

    /// A way to ask it.
    public Ether ether() throws IOException {
        return DatagramEther.to(address());
    }

    private SocketAddress address() {
        return socket.getLocalSocketAddress();
    }

    public int asked() {
        return asked.get();
    }

    /// An Ollama that announces itself at a place.
    public static byte[] ollama(String instance, String host, int port, String address) {
        return Wire.service("_ollama._tcp.local", instance, host, port, address);
    }

    /// The end of that.
    public static byte[] goodbye(String instance) {
        return Wire.answer().pointer("_ollama._tcp.local", instance, 0).bytes();
    }

    @Override
    public void close() {
        socket.close();
        thread.interrupt();
    }
}
