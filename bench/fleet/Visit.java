package fleet;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One connection to a stand-in. Requests are taken as ended by an empty line; their path isn't looked at.
final class Visit {
    private static final long FLOOD_LIMIT = 64L << 20;

    final SocketChannel channel;
    private final StandIn at;
    private final Fleet fleet;
    private final RequestEnd request = new RequestEnd();
    private ByteBuffer output = ByteBuffer.allocate(0);
    private long flooded;

    Visit(Fleet fleet, StandIn at, SocketChannel channel) {
        this.fleet = fleet;
        this.at = at;
        this.channel = channel;
        at.visits.add(this);
    }

    /// Tries to read at once: mostly the request is there already, and the selector need not be asked.
    void begin() throws IOException {
        channel.configureBlocking(false);
        read();
        if (channel.isOpen() && !channel.isRegistered()) {
            channel.register(fleet.selector, SelectionKey.OP_READ, this);
        }
    }

    void ready(SelectionKey key) throws IOException {
        if (key.isReadable()) {
            read();
        }
        if (key.isValid() && key.isWritable()) {
            flood(key);
        }
    }

    private void read() throws IOException {
        ByteBuffer input = fleet.input.clear();
        int length = channel.read(input);
        if (length < 0) {
            close();
        } else if (request.isEndedBy(input.flip())) {
            answer();
        }
    }

    private void answer() throws IOException {
        switch (at.behaviour) {
            case HEALTHY -> finish();
            case HANG -> {}
            case RESET -> {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                close();
            }
            case SLOW -> fleet.slow.add(this);
            case DRIP -> startDrip();
            case FLOOD -> startFlood();
        }
    }

    /// The whole answer; closes if the client said that it won't ask again, as uvicorn does.
    void finish() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        channel.write(at.refusesNext() ? ByteBuffer.wrap(Answers.BROKEN) : fleet.answers.fill(at.template));
        if (request.isLast()) {
            close();
        }
    }

    private void startDrip() throws IOException {
        output = ByteBuffer.wrap(at.template.bytes());
        if (at.index / 5 % 2 == 1) {
            int headLength = at.template.created() - 100;
            channel.write(output.slice(0, headLength));
            output.position(headLength);
        }
        fleet.drips.add(this);
    }

    /// Sends one byte more and comes back later.
    void drip() throws IOException {
        if (channel.isOpen() && output.hasRemaining()) {
            channel.write(output.slice(output.position(), 1));
            output.position(output.position() + 1);
            fleet.drips.add(this);
        }
    }

    private void startFlood() throws IOException {
        boolean chunked = at.index / 5 % 2 == 1;
        channel.write(ByteBuffer.wrap(chunked ? Answers.FLOOD_CHUNKED : Answers.FLOOD_PLAIN));
        output = (chunked ? fleet.floodChunked : fleet.floodPlain).duplicate();
        channel.register(fleet.selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE, this);
    }

    private void flood(SelectionKey key) throws IOException {
        if (!output.hasRemaining()) {
            output.rewind();
        }
        flooded += channel.write(output);
        if (flooded > FLOOD_LIMIT) {
            close();
        }
    }

    void close() throws IOException {
        at.visits.remove(this);
        channel.close();
    }
}
