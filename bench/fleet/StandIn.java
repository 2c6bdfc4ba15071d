package fleet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One server of the fleet: its address, what it does, who is connected. Owned by the fleet's one thread.
final class StandIn {
    final int index;
    final Behaviour behaviour;
    final Answers.Template template;
    final Set<Visit> visits = new HashSet<>(4);

    private final InetSocketAddress address;
    private Optional<ServerSocketChannel> listener = Optional.empty();
    private boolean unwell;
    private int flapEvery;
    private int requests;

    StandIn(int index, Behaviour behaviour, int port) {
        this.index = index;
        this.behaviour = behaviour;
        this.template = Answers.template(index);
        this.address = new InetSocketAddress(Addresses.of(index), port);
    }

    /// Opens the port; nothing happens if it is open.
    void open(Selector selector) throws IOException {
        if (listener.isPresent()) {
            return;
        }
        var channel = ServerSocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(address, 64);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_ACCEPT, this);
        listener = Optional.of(channel);
    }

    /// Closes the port and every connection, as the death of a process does.
    void kill() throws IOException {
        if (listener.isPresent()) {
            listener.get().close();
            listener = Optional.empty();
        }
        for (Visit visit : Set.copyOf(visits)) {
            visit.close();
        }
    }

    boolean isDown() {
        return listener.isEmpty() || unwell;
    }

    /// From now on 503 (or the list again).
    void unwell(boolean unwell) {
        this.unwell = unwell;
    }

    /// Changes between list and 503 after every so many requests; 0 is never.
    void flapEvery(int requests) {
        this.flapEvery = requests;
    }

    /// Counts a request and tells whether it gets 503.
    boolean refusesNext() {
        requests++;
        return unwell || flapEvery > 0 && (requests - 1) / flapEvery % 2 == 1;
    }
}
