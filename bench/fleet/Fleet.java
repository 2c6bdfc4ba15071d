package fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/// The stand-ins and the one thread that serves them all.
///
/// `Fleet PORT COUNT HOSTILE_PERCENT SLOW_MILLIS`; says `ready` when every port is open, then obeys [Control] on its
/// standard input and ends when that ends.
public final class Fleet {
    private static final long LONGEST_WAIT_MILLIS = 1000;
    private static final long DRIP_MILLIS = 500;

    final Selector selector;
    final ByteBuffer input = ByteBuffer.allocateDirect(1 << 13);
    final Answers answers = new Answers();
    final ByteBuffer floodPlain = direct(Answers.floodBlock(false));
    final ByteBuffer floodChunked = direct(Answers.floodBlock(true));
    final ArrivalLog arrivals = new ArrivalLog();
    final List<StandIn> standIns = new ArrayList<>();
    final Later drips = new Later(DRIP_MILLIS);
    final Later slow;

    Fleet(int port, int count, int hostilePercent, long slowMillis) throws IOException {
        this.selector = Selector.open();
        this.slow = new Later(slowMillis);
        for (int i = 0; i < count; i++) {
            var standIn = new StandIn(i, Behaviour.of(i, hostilePercent), port);
            standIn.open(selector);
            standIns.add(standIn);
        }
    }

    /// For the command line.
    public static void main(String[] args) throws IOException {
        int[] numbers = List.of(args).stream().mapToInt(Integer::parseInt).toArray();
        var fleet = new Fleet(numbers[0], numbers[1], numbers[2], numbers[3]);
        var control = new Control(fleet);
        control.start();
        fleet.serve(control);
    }

    private void serve(Control control) throws IOException {
        while (!control.isEnded()) {
            long now = System.nanoTime();
            long wait = slow.millisToNext(now, drips.millisToNext(now, LONGEST_WAIT_MILLIS));
            selector.select(this::ready, Math.max(1, wait));
            now = System.nanoTime();
            for (Visit visit = slow.poll(now); visit != null; visit = slow.poll(now)) {
                guarded(visit, visit::finish);
            }
            for (Visit visit = drips.poll(now); visit != null; visit = drips.poll(now)) {
                guarded(visit, visit::drip);
            }
            control.obey();
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Visit visit) {
            guarded(visit, () -> visit.ready(key));
        } else if (key.attachment() instanceof StandIn standIn && key.isValid()) {
            accept(standIn, (ServerSocketChannel) key.channel());
        }
    }

    private void accept(StandIn standIn, ServerSocketChannel listener) {
        SocketChannel channel;
        try {
            channel = listener.accept();
        } catch (IOException e) {
            return; // gone between event and accept, or out of descriptors: the client sees it, nobody else does
        }
        if (channel != null) {
            arrivals.add(standIn.index, System.nanoTime());
            var visit = new Visit(this, standIn, channel);
            guarded(visit, visit::begin);
        }
    }

    /// A client that goes away ends its own visit only.
    private static void guarded(Visit visit, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            closeQuietly(visit);
        }
    }

    private static void closeQuietly(Visit visit) {
        try {
            visit.close();
        } catch (IOException e) {
            // the descriptor is free all the same
        }
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /// Something that a client's going away may cut short.
    private interface Step {
        void run() throws IOException;
    }
}
