package nexus.app.api;

import io.helidon.common.socket.SocketOptions;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Is told of every connection right after it was accepted, before its TLS handshake. The web server has no place
/// for that but the one where a socket's options are set.
final class AcceptListener implements SocketOptions {

    /// The system would let it grow to megabytes for each client that reads slowly or never.
    private static final int SEND_BUFFER_BYTES = 128 << 10;

    private final SocketOptions options =
            SocketOptions.builder().socketSendBufferSize(SEND_BUFFER_BYTES).buildPrototype();
    private final Consumer<SocketChannel> listener;

    AcceptListener(Consumer<SocketChannel> listener) {
        this.listener = listener;
    }

    @Override
    public void configureSocket(SocketChannel socket) {
        options.configureSocket(socket);
        listener.accept(socket);
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
